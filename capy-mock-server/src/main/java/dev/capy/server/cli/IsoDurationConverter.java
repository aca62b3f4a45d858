package dev.capy.server.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code PT30M}. */
final class IsoDurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String word) {
        try {
            return Duration.parse(word);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("must be an ISO 8601 duration such as PT30M, was " + word);
        }
    }
}
