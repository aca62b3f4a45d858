package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal says that it reads. */
class ConsoleTest {

    @ParameterizedTest
    @CsvSource({
        "cp65001, UTF-8",
        "utf8, UTF-8",
        "latin1, ISO-8859-1",
        "US-ASCII, US-ASCII",
        "'', UTF-8",
        "'no charset', UTF-8"
    })
    void isWrittenAsTheTerminalReadsIt(String encoding, String charset) {
        assertThat(Console.named(encoding).name()).isEqualTo(charset);
    }
}
