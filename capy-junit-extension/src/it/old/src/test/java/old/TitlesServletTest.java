package old;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import dev.capy.server.ServedWorld;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

@CapyTest
class TitlesServletTest {

    @Test
    void tellsTheTitlesOfThreads(ServedWorld capy, CapyWorld world) throws Exception {
        String id = world.as("capy_demo").startThread("proj_demo", "Add a login page.").id();
        world.clock().runUntilIdle();
        String title = world.as("capy_demo").thread(id).title();

        assertEquals("[\"" + title + "\"]", titles(new TitlesServlet(capy.baseUri(), capy.token())));
    }

    @Test
    void keepsItsOwnLibraries() {
        assertEquals("2.9.10", new ObjectMapper().version().toString().substring(0, 6));
        assertTrue(Server.getVersion().startsWith("10."), Server.getVersion());
    }

    private static String titles(TitlesServlet servlet) throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/titles");
        server.setHandler(context);
        server.start();
        try (InputStream body = URI.create(server.getURI() + "titles?project=proj_demo")
                .toURL()
                .openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            server.stop();
        }
    }
}
