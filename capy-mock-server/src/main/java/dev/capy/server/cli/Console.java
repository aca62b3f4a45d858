package dev.capy.server.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

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

    /** Windows has names of its own for UTF-8 that Java does not know; what is no name at all is taken as one of them. */
    static Charset named(String charset) {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
