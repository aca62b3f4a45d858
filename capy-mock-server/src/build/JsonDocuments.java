import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each YAML document of a directory as JSON beside it, which a server reads in a fraction of the time. */
final class JsonDocuments {

    private static final String YAML = ".yaml";
    private static final String JSON = ".json";

    private JsonDocuments() {}

    /** @param args the directory */
    public static void main(String[] args) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        JsonMapper json = new JsonMapper();
        try (DirectoryStream<Path> documents = Files.newDirectoryStream(Path.of(args[0]), "*" + YAML)) {
            for (Path document : documents) {
                String name = document.getFileName().toString().replace(YAML, JSON);
                json.writeValue(document.resolveSibling(name).toFile(), yaml.readTree(document.toFile()));
            }
        }
    }
}
