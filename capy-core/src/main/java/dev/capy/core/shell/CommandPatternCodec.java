package dev.capy.core.shell;

import dev.capy.core.kernel.codec.Codec;
import dev.capy.core.kernel.codec.Place;
import dev.capy.core.kernel.codec.Reading;
import dev.capy.core.kernel.codec.Writing;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** A command pattern as its kind and its text. */
public final class CommandPatternCodec implements Codec<CommandPattern> {

    @Override
    public Object encode(CommandPattern pattern, Writing writing) {
        return Map.of("kind", pattern.kind().name(), "text", pattern.text());
    }

    @Override
    public CommandPattern decode(Object plain, Reading reading, Place place) {
        Map<?, ?> map = place.map(plain);
        String kind = place.member("kind").text(map.get("kind"));
        try {
            return CommandPattern.of(
                    CommandPattern.Kind.valueOf(kind), place.member("text").text(map.get("text")));
        } catch (PatternSyntaxException e) {
            throw place.member("text").refusal("must be a regular expression: " + e.getDescription());
        } catch (IllegalArgumentException e) {
            throw place.member("kind").refusal("must be EXACT, GLOB or REGEX, was '" + kind + "'");
        }
    }
}
