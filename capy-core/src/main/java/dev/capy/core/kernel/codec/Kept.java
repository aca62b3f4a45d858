package dev.capy.core.kernel.codec;

import java.util.Base64;

/** Keeps secrets as they are. */
final class Kept implements Seal {

    @Override
    public boolean keepsRoutingSecrets() {
        return true;
    }

    @Override
    public String close(byte[] secret) {
        return Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public byte[] open(String closed, Place place) {
        try {
            return Base64.getDecoder().decode(closed);
        } catch (IllegalArgumentException e) {
            throw place.refusal("must be Base64");
        }
    }
}
