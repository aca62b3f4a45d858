package dev.capy.server.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.capy.server.contract.JsonSelector;
import dev.capy.server.contract.QueryText;
import dev.capy.server.journal.PathGlob;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.journal.Secrets;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that is said of a request. */
sealed interface Criterion {

    Finding check(RecordedRequest request);

    /** The operation, the method, the path, the caller or the status, whichever is a plain text. */
    record Plain(Subject subject, String expected) implements Criterion {

        @Override
        public Finding check(RecordedRequest request) {
            List<String> actual = subject.of(request);
            boolean holds = subject == Subject.PATH
                    ? PathGlob.compile(expected).matcher(actual.get(0)).matches()
                    : actual.contains(expected);
            return Finding.of(
                    subject.word() + (subject == Subject.PATH ? " fits " : " is ") + expected,
                    holds,
                    new Difference("", expected, actual.isEmpty() ? Differences.NOTHING : String.join(", ", actual)));
        }
    }

    /** What a {@link Plain} criterion is about. */
    enum Subject {
        OPERATION,
        METHOD,
        PATH,
        CALLER,
        STATUS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> of(RecordedRequest request) {
            return switch (this) {
                case OPERATION -> request.operation().stream().toList();
                case METHOD -> List.of(request.method());
                case PATH -> List.of(request.path());
                case CALLER ->
                    Stream.concat(request.userId().stream(), request.tokenName().stream())
                            .toList();
                case STATUS ->
                    request.status().stream().mapToObj(String::valueOf).toList();
            };
        }
    }

    /** A header. */
    record Header(String name, Match match) implements Criterion {

        @Override
        public Finding check(RecordedRequest request) {
            return ofTexts("header " + name, match, request.headers().getOrDefault(name, List.of()));
        }
    }

    /** A parameter of the query, decoded. */
    record QueryParameter(String name, Match match) implements Criterion {

        @Override
        public Finding check(RecordedRequest request) {
            return ofTexts(
                    "query " + name,
                    match,
                    QueryText.decode(request.query().orElse(null)).getOrDefault(name, List.of()));
        }
    }

    private static Finding ofTexts(String what, Match match, List<String> values) {
        List<JsonNode> found = values.stream()
                .<JsonNode>map(JsonNodeFactory.instance::textNode)
                .toList();
        String actual = found.isEmpty()
                ? Differences.NOTHING
                : found.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
        return Finding.of(what + " " + match, match.holds(found), new Difference("", what + " " + match, actual));
    }

    /** What a JSON path finds in the body. */
    record Body(JsonSelector path, Match match) implements Criterion {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public Finding check(RecordedRequest request) {
            JsonNode body = json(request);
            List<JsonSelector.Match> found = path.select(body);
            boolean holds =
                    match.holds(found.stream().map(JsonSelector.Match::value).toList());
            String expected = "body " + path + " " + match;
            return holds
                    ? new Finding(true, expected, List.of())
                    : new Finding(false, expected, differences(request, body, found));
        }

        private List<Difference> differences(RecordedRequest request, JsonNode body, List<JsonSelector.Match> found) {
            if (found.isEmpty()) {
                String actual = request.isBodyRead() ? whatThereIs(body) : "not read yet";
                return List.of(new Difference("", path + " " + match, actual));
            }
            return found.stream()
                    .flatMap(place -> differences(request, body, place))
                    .toList();
        }

        private Stream<Difference> differences(RecordedRequest request, JsonNode body, JsonSelector.Match place) {
            JsonNode exactly = match.exactly();
            if (Secrets.isSecret(request.operation().orElse(null), body, place.pointer())) {
                return Stream.of(new Difference(place.pointer(), match.toString(), Secrets.REDACTED));
            } else if (exactly != null) {
                return Differences.between(place.pointer(), exactly, place.value()).stream();
            }
            return Stream.of(new Difference(
                    place.pointer(), match.toString(), place.value().toString()));
        }

        private static String whatThereIs(JsonNode body) {
            return body.isMissingNode()
                    ? "a request without a JSON body"
                    : "a body with "
                            + body.propertyStream().map(Map.Entry::getKey).toList();
        }

        private static JsonNode json(RecordedRequest request) {
            try {
                return JSON.readTree(request.sentBytes());
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }
    }
}
