package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.CapyServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command line came to.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Cli(int exitCode, String out, String err) {

    /** Runs a command line that starts no server. */
    static Cli run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(console(out, err), args);
        return new Cli(exitCode, out.toString(), err.toString());
    }

    /**
     * A server that was started.
     *
     * @param server the server
     * @param err what it complained of before
     */
    record Started(CapyServer server, String err) {}

    /** The server that these options of {@code serve} describe, on a free port. */
    static CapyServer serve(String... options) {
        return start(options).server();
    }

    /** The same with its complaints. */
    static Started start(String... options) {
        Serve serve = new Serve();
        StringWriter err = new StringWriter();
        assertThat(PlainLine.read(List.of(options), serve.settings())).isTrue();
        return new Started(serve.start(console(new StringWriter(), err)), err.toString());
    }

    private static Console console(StringWriter out, StringWriter err) {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
