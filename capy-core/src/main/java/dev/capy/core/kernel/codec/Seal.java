package dev.capy.core.kernel.codec;

import org.jspecify.annotations.Nullable;

/** What becomes of secrets in a document. Implementations are thread-safe, and make the same of the same. */
public interface Seal {

    /** Leaves secrets out. */
    Seal LEFT_OUT = new LeftOut();

    /** Keeps secrets as they are, for stores that nobody else reads. */
    Seal KEPT = new Kept();

    /** Whether texts that route requests are kept, which are drawn anew otherwise. */
    default boolean keepsRoutingSecrets() {
        return false;
    }

    /** What stands for a secret; null when it is left out. */
    @Nullable
    String close(byte[] secret);

    /**
     * The secret that {@code closed} stands for.
     *
     * @throws dev.capy.core.kernel.error.Invalid when this seal did not make it
     */
    byte[] open(String closed, Place place);
}
