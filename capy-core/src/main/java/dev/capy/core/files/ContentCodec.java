package dev.capy.core.files;

import dev.capy.core.kernel.codec.Codec;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Reading;
import dev.capy.core.kernel.codec.Writing;
import java.util.Base64;
import java.util.Map;

/** The bytes of a file as the name of a shared part, or as a secret where one shows in them. */
final class ContentCodec implements Codec<Content> {

    private static final String KIND = "content";
    private static final String BASE64 = "base64";

    @Override
    public Map<String, Object> encode(Content content, Writing writing) {
        return writing.tellsSecret(content.text())
                ? secret(content, writing)
                : Map.of(KIND, writing.share(KIND, content, content::canonicalForm));
    }

    @SuppressWarnings("NullAway") // a secret that is left out is null, and stays so
    static Map<String, Object> secret(Content content, Writing writing) {
        return writing.secret(content.bytes());
    }

    @Override
    public Content decode(Object plain, Reading reading, Place place) {
        Map<?, ?> map = place.map(plain);
        if (map.get(KIND) instanceof String name) {
            return reading.shared(KIND, Content.class, name, place.member(KIND), ContentCodec::content);
        }
        byte[] secret = reading.secret(map, place);
        return secret == null ? Content.EMPTY : Content.of(secret);
    }

    private static Content content(Object plain, Place place) {
        if (!(plain instanceof Map<?, ?> map)) {
            return Content.of(place.text(plain));
        }
        Place here = place.member(BASE64);
        try {
            return Content.of(Base64.getDecoder().decode(here.text(map.get(BASE64))));
        } catch (IllegalArgumentException e) {
            throw here.refusal("must be Base64");
        }
    }
}
