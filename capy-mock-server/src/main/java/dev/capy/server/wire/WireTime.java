package dev.capy.server.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as the API writes them, in UTC with three decimals: by hand, because every answer has several. */
final class WireTime {

    private static final DateTimeFormatter ANY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int LAST_PLAIN_YEAR = 9999;
    private static final int NANOS_IN_A_MILLISECOND = 1_000_000;
    private static final byte[] TEMPLATE = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);

    private WireTime() {}

    static String of(Instant time) {
        LocalDateTime parts = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (parts.getYear() < 0 || parts.getYear() > LAST_PLAIN_YEAR) {
            return ANY.format(time);
        }
        byte[] text = TEMPLATE.clone();
        write(text, 3, parts.getYear());
        write(text, 6, parts.getMonthValue());
        write(text, 9, parts.getDayOfMonth());
        write(text, 12, parts.getHour());
        write(text, 15, parts.getMinute());
        write(text, 18, parts.getSecond());
        write(text, 22, parts.getNano() / NANOS_IN_A_MILLISECOND);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number so that its last digit stands at {@code end}; the zeros before it are there. */
    private static void write(byte[] text, int end, int number) {
        int rest = number;
        for (int at = end; rest > 0; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
