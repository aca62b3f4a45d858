package dev.capy.core.kernel.codec;

import org.jspecify.annotations.Nullable;

/** Leaves secrets out, and opens none. */
final class LeftOut implements Seal {

    @Override
    public @Nullable String close(byte[] secret) {
        return null;
    }

    @Override
    public byte[] open(String closed, Place place) {
        throw place.refusal("is a sealed secret: give the key that it was sealed with");
    }
}
