package dev.capy.server.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/** Writes one JSON object a line. Thread-safe. */
final class JsonLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonFactory json = new JsonFactory();
    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    /** @param more further fields, which must not have the names of those that every line has */
    void write(Level level, String logger, String message, List<KeyValuePair> more, @Nullable Throwable error) {
        try {
            byte[] line = line(level, logger, message, more, error).getBytes(StandardCharsets.UTF_8);
            synchronized (out) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Level level, String logger, String message, List<KeyValuePair> more, @Nullable Throwable error)
            throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = json.createGenerator(text)) {
            object.writeStartObject();
            object.writeStringField("timestamp", TIME.format(Instant.now()));
            object.writeStringField("level", level.name().toLowerCase(Locale.ROOT));
            object.writeStringField("logger", logger);
            object.writeStringField("thread", Thread.currentThread().getName());
            object.writeStringField("message", message);
            for (KeyValuePair pair : more) {
                write(object, pair);
            }
            if (error != null) {
                object.writeStringField("error", stackTrace(error));
            }
            object.writeEndObject();
        }
        return text + "\n";
    }

    private static void write(JsonGenerator object, KeyValuePair pair) throws IOException {
        if (pair.value instanceof Number number) {
            object.writeNumberField(pair.key, number.longValue());
        } else {
            object.writeStringField(pair.key, String.valueOf(pair.value));
        }
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
