package dev.capy.core.kernel.codec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM under a key that a text decides. The nonce comes from the secret itself, so the same
 * secret is sealed to the same text: a document says which secrets are equal, and nothing more of them. Immutable and
 * thread-safe.
 */
public final class StateKey implements Seal {

    private static final byte[] SALT = "capy state, first format".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = 120_000;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec nonceKey;

    private StateKey(byte[] material) {
        cipherKey = new SecretKeySpec(material, 0, KEY_BYTES, "AES");
        nonceKey = new SecretKeySpec(material, KEY_BYTES, KEY_BYTES, "HmacSHA256");
    }

    /** The key that a text decides; working it out takes long on purpose. */
    public static StateKey of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a key must not be empty");
        }
        try {
            PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), SALT, ROUNDS, 2 * KEY_BYTES * Byte.SIZE);
            return new StateKey(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        }
    }

    @Override
    public String close(byte[] secret) {
        try {
            byte[] nonce = Arrays.copyOf(mac(secret), NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM seals everything", e);
        }
    }

    @Override
    public byte[] open(String closed, Place place) {
        try {
            byte[] all = Base64.getDecoder().decode(closed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, Math.max(0, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw place.refusal("is not a secret that was sealed with this key");
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] mac(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(nonceKey);
        return mac.doFinal(secret);
    }

    @Override
    public String toString() {
        return "***";
    }
}
