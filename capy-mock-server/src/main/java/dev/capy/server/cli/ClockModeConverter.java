package dev.capy.server.cli;

import dev.capy.core.kernel.ClockMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code realtime}, {@code on-poll} and {@code manual}. */
final class ClockModeConverter implements ITypeConverter<ClockMode> {

    @Override
    public ClockMode convert(String word) {
        return switch (word) {
            case "realtime" -> ClockMode.REALTIME;
            case "on-poll" -> ClockMode.ON_POLL;
            case "manual" -> ClockMode.MANUAL;
            default -> throw new TypeConversionException("must be realtime, on-poll or manual, was " + word);
        };
    }
}
