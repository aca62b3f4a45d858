package dev.capy.core.dump;

import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.codec.ImageCodec;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.Writing;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The secrets of a world, by which it is seen where else they show: a program may have printed one into a file. */
final class KnownSecrets implements Seal {

    /** What is shorter shows everywhere. */
    private static final int SHORTEST = 4;

    private final Set<String> texts = new TreeSet<>();

    private KnownSecrets() {}

    static KnownSecrets of(Image image, ImageCodec images) {
        KnownSecrets secrets = new KnownSecrets();
        images.encode(image, Writing.withoutParts(secrets));
        return secrets;
    }

    boolean showIn(String text) {
        for (String secret : texts) {
            if (text.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of a secret, and leaves it out. */
    @Override
    public @Nullable String close(byte[] secret) {
        String text = new String(secret, StandardCharsets.UTF_8);
        if (text.length() >= SHORTEST) {
            texts.add(text);
        }
        return null;
    }

    @Override
    public byte[] open(String closed, Place place) {
        return LEFT_OUT.open(closed, place);
    }
}
