package dev.capy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.ClockMode;
import dev.capy.junit.CapyExtension;
import dev.capy.junit.CapyProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// README
@CapyProperties
class BotConfigurationTest {

    @RegisterExtension
    static final CapyExtension CAPY =
            CapyExtension.builder().seed(7).clock(ClockMode.MANUAL).build();

    @Test
    void aBotIsConfiguredBySystemProperties() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty("capy.base-url") + "/v1/projects"))
                .header("Authorization", "Bearer " + System.getProperty("capy.token"))
                .build();

        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        assertThat(CAPY.served().requests().all()).hasSize(1);
    }
}
// README
