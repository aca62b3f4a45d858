package dev.capy.server.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"capybara=1", "Limit=0", "%6Cimits=0", "capybara", "&&", "=", "limit[]=0", "capybara=%zz"})
    void mayHoldWhatNobodyKnows(String query) {
        assertThat(get("/api/v1/projects?limit=1&" + query).ok().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=%zz", "limit=%", "limit=", "limit", "limit=%00", "limit=%ff", "limit=+1", "limit=1.0"})
    void isNotSilentlyDroppedWhereItCannotBeRead(String query) {
        assertThat(get("/api/v1/projects?" + query).invalid().paths()).containsExactly("$.limit");
    }

    @Test
    void isDecoded() {
        assertThat(get("/api/v1/projects?%6Cimit=%31").ok().path("items")).hasSize(1);
    }

    private static Answer get(String path) {
        return SERVER.raw().lines("GET " + path + " HTTP/1.1", "Host: localhost", "Authorization: Bearer capy_demo");
    }
}
