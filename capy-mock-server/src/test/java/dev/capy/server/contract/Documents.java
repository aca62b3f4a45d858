package dev.capy.server.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which editions there are, and where the published documents lie if they are at hand. */
final class Documents {

    private static final String PUBLISHED = "shared/spec/published";

    private Documents() {}

    /** The names of all editions of the Capy API on the class path, in their order. */
    static List<String> editions() {
        URI known = URI.create(requireNonNull(Documents.class.getResource("/openapi/capy-2026-06.yaml"))
                .toString());
        try (Stream<Path> files = Files.list(Path.of(known).resolveSibling(""))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("capy-[0-9-]+\\.yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory of the published documents, beside the repository or further up. */
    static Optional<Path> published() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, directory -> directory != null, Path::getParent)
                .map(directory -> directory.resolve(PUBLISHED))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The published document of this name, if there is one. */
    static Optional<OpenApiDocument> published(String edition) {
        return published()
                .map(directory -> directory.resolve(edition + ".openapi.json"))
                .filter(Files::isReadable)
                .map(Documents::read);
    }

    private static OpenApiDocument read(Path json) {
        try {
            return new OpenApiDocument(new ObjectMapper().readTree(json.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(json + " cannot be read", e);
        }
    }
}
