package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a document declares of one operation, its outer references resolved (those inside schemas are not).
 *
 * @param method in upper case
 * @param path with its parameters in braces, below the server's url
 * @param deprecated whether clients had better not use it any more
 * @param parameters every parameter of the operation and of its path
 * @param body the schema of the request's body, null if it takes none
 * @param success the status of a success
 * @param answers the schema of the answer by status; a status that answers with no JSON is not in it
 * @param extensions what names that begin with {@code x-} say
 */
record Declaration(
        String id,
        String method,
        String path,
        String tag,
        boolean deprecated,
        List<JsonNode> parameters,
        @Nullable JsonNode body,
        boolean bodyRequired,
        int success,
        SortedMap<Integer, JsonNode> answers,
        SortedMap<String, JsonNode> extensions) {}
