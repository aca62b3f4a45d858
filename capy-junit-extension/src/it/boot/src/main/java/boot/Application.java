package boot;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Hands wishes on to Capy. */
@SpringBootApplication
public class Application {

    @Bean
    RestClient capy(@Value("${capy.base-url}") String api, @Value("${capy.token}") String token) {
        return RestClient.builder()
                .baseUrl(api)
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    @RestController
    static class Wishes {

        private final RestClient capy;

        Wishes(RestClient capy) {
            this.capy = capy;
        }

        @PostMapping("/wishes")
        String start(@RequestBody Wish wish) {
            return capy.post()
                    .uri("/v1/threads")
                    .body(new NewThread("proj_demo", wish.text()))
                    .retrieve()
                    .body(JsonNode.class)
                    .path("id")
                    .asText();
        }
    }

    record Wish(String text) {}

    record NewThread(String projectId, String prompt) {}
}
