package dev.capy.core.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainsTest {

    @Test
    void areThoseOfTheCookiesEachOnce() {
        assertThat(state("b.test", "a.test", "b.test").domains()).contains(List.of("b.test", "a.test"));
    }

    @Test
    void haveNoLeadingDot() {
        assertThat(state(".github.com", "github.com", "api.github.com").domains())
                .contains(List.of("github.com", "api.github.com"));
    }

    @Test
    void areNoneWithoutCookies() {
        assertThat(StorageState.EMPTY.domains()).isEmpty();
    }

    private static StorageState state(String... domains) {
        return new StorageState(Stream.of(domains).map(BrowserStates::cookieOf).toList(), List.of());
    }
}
