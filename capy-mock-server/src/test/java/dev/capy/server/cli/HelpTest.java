package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void namesEveryOption() {
        Cli help = Cli.run("serve", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains(
                        "--port",
                        "--host",
                        "--allow-host",
                        "--allow-webhook-host",
                        "--edition",
                        "--clock",
                        "--speed",
                        "--seed",
                        "--fixture",
                        "--strict",
                        "--admin-token-file",
                        "--max-worlds",
                        "--max-body",
                        "--idle-ttl",
                        "--log-format",
                        "--log-level",
                        "--access-log",
                        "8080",
                        "127.0.0.1",
                        "2026-06",
                        "realtime");
    }

    @Test
    void saysWhatAFixtureCanBe() {
        assertThat(Cli.run("serve", "--help").out().replaceAll("\\s+", " "))
                .contains("--fixture=FILE|DIR")
                .contains("Or a directory: the default world with it as the repository acme/app, which holds the HEAD"
                        + " of a git repository, or else all its files.");
    }

    @Test
    void namesTheCommands() {
        Cli help = Cli.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("serve");
    }

    @Test
    void tellsTheVersion() {
        assertThat(Cli.run("--version").out().strip()).matches("capy-mock-server \\d+\\.\\d+\\.\\d+");
    }
}
