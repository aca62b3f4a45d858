package dev.capy.server.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes to.
 *
 * @param out what it was asked for
 * @param err what it complains of
 */
record Console(PrintWriter out, PrintWriter err) {

    /** The process's own. */
    static Console standard() {
        return new Console(writer(System.out, "sun.stdout.encoding"), writer(System.err, "sun.stderr.encoding"));
    }

    /** @param encoding the system property that says what a terminal reads, where it is told apart from files */
    private static PrintWriter writer(PrintStream stream, String encoding) {
        String charset = System.getProperty(encoding);
        return new PrintWriter(stream, true, charset == null ? Charset.defaultCharset() : named(charset));
    }

    /** Windows has names of its own for UTF-8 that Java does not know. */
    static Charset named(String charset) {
        return Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.UTF_8;
    }
}
