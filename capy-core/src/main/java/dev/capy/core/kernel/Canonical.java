package dev.capy.core.kernel;

/** A value that is no record and still has a canonical form. */
public interface Canonical {

    /** The same value made of records, maps with text keys, lists, text, numbers and truth values. */
    Object canonicalForm();
}
