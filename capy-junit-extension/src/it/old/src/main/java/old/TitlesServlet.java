package old;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Tells the titles of all threads. */
@SuppressWarnings("serial")
final class TitlesServlet extends HttpServlet {

    private final ObjectMapper json = new ObjectMapper();
    private final URI api;
    private final String token;

    TitlesServlet(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ArrayNode titles = json.createArrayNode();
        for (JsonNode thread : threads(request.getParameter("project")).path("items")) {
            titles.add(thread.path("title").asText());
        }
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), titles);
    }

    private JsonNode threads(String project) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(api + "/v1/threads?projectId=" + project).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        try (InputStream body = connection.getInputStream()) {
            return json.readTree(body);
        }
    }
}
