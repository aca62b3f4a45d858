package boot;

import static dev.capy.junit.CapyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationTest {

    @RegisterExtension
    static final CapyExtension CAPY = CapyExtension.builder().build();

    @DynamicPropertySource
    static void place(DynamicPropertyRegistry registry) {
        registry.add("capy.base-url", CAPY::baseUri);
        registry.add("capy.token", CAPY::token);
    }

    @Test
    void handsAWishOn(@Autowired TestRestTemplate application, CapyWorld world) {
        String id = application.postForObject("/wishes", new Application.Wish("We need a login page."), String.class);
        world.clock().runUntilIdle();

        assertThat(world).thread(id).isReady();
        assertThat(CAPY.served().requests().all()).hasSize(1);
    }

    @Test
    void keepsItsOwnLibraries(
            @Autowired ServletWebServerApplicationContext context, @Autowired ObjectMapper json) {
        assertThat(context.getWebServer().getClass().getName()).contains("Tomcat");
        assertThat(json.getClass().getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith(".jar")
                .contains("jackson-databind");
    }
}
