package dev.capy.core.kernel.codec;

import dev.capy.core.kernel.RoutingSecret;
import dev.capy.core.kernel.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The codecs of values without parts. */
final class Scalars {

    /** What a secret says that was left out. */
    static final String LEFT_OUT = "***";

    private static final long EXACT = 1L << 53;

    static final Map<Class<?>, Codec<?>> ALL = all();

    private Scalars() {}

    private static Map<Class<?>, Codec<?>> all() {
        Map<Class<?>, Codec<?>> all = new HashMap<>();
        all.put(String.class, codec(text -> text, Scalars::text));
        all.put(boolean.class, codec(truth -> truth, (plain, place) -> place.truth(plain)));
        all.put(Boolean.class, codec(truth -> truth, (plain, place) -> place.truth(plain)));
        all.put(int.class, codec(number -> number, Scalars::integer));
        all.put(Integer.class, codec(number -> number, Scalars::integer));
        all.put(long.class, codec(Scalars::exact, (plain, place) -> place.number(plain)));
        all.put(Long.class, codec(Scalars::exact, (plain, place) -> place.number(plain)));
        all.put(Instant.class, parsed(Instant::parse, "an instant, such as 2026-01-01T00:00:00Z"));
        all.put(Duration.class, parsed(Duration::parse, "a duration, such as PT1M30S"));
        all.put(BigDecimal.class, parsed(BigDecimal::new, "a decimal number as text, such as \"1.50\""));
        all.put(Secret.class, new OfSecrets());
        all.put(RoutingSecret.class, new OfRoutingSecrets());
        return Collections.unmodifiableMap(all);
    }

    private interface Decoding<T> {
        T decode(Object plain, Place place);
    }

    private static <T> Codec<T> codec(Function<? super T, Object> encode, Decoding<? extends T> decode) {
        return new Codec<>() {
            @Override
            public Object encode(T value, Writing writing) {
                return encode.apply(value);
            }

            @Override
            public T decode(Object plain, Reading reading, Place place) {
                return decode.decode(plain, place);
            }
        };
    }

    private static <T> Codec<T> parsed(Function<String, ? extends T> parse, String wanted) {
        return codec(String::valueOf, (plain, place) -> {
            try {
                return parse.apply(place.text(plain));
            } catch (DateTimeException | NumberFormatException e) {
                throw place.refusal("must be " + wanted + ", was '" + plain + "'");
            }
        });
    }

    private static String text(Object plain, Place place) {
        return place.text(plain);
    }

    private static int integer(Object plain, Place place) {
        long number = place.number(plain);
        if (number != (int) number) {
            throw place.refusal("must fit into 32 bits, was " + number);
        }
        return (int) number;
    }

    /** The number, or its text where readers that know floating point alone would round it. */
    static Object exact(long number) {
        return number > -EXACT && number < EXACT ? number : Long.toString(number);
    }

    private static final class OfSecrets implements Codec<Secret> {
        @Override
        public Object encode(Secret value, Writing writing) {
            return writing.secret(value.reveal().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Secret decode(Object plain, Reading reading, Place place) {
            byte[] text = reading.secret(place.map(plain), place);
            return Secret.of(text == null ? LEFT_OUT : new String(text, StandardCharsets.UTF_8));
        }
    }

    /** Written only where secrets are kept as they are, and drawn anew otherwise. */
    private static final class OfRoutingSecrets implements Codec<RoutingSecret> {
        @Override
        public Object encode(RoutingSecret value, Writing writing) {
            return writing.keepsRoutingSecrets() ? value.reveal() : LEFT_OUT;
        }

        @Override
        public RoutingSecret decode(Object plain, Reading reading, Place place) {
            return RoutingSecret.of(reading.routingSecret(place.text(plain)));
        }
    }
}
