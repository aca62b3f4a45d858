package dev.capy.core.vm;

import java.util.Locale;

/** The API's names of sizes; what they mean is a {@link VmShape}. */
public enum VmSize {
    SMALL,
    MEDIUM,
    LARGE,
    ULTRA,
    HYPER;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
