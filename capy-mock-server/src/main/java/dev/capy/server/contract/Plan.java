package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Tells quickly that a value keeps every rule of a schema. It is right whenever it says so; where it does not, it may not
 * know, and the validator has the word. Immutable and thread-safe.
 */
@FunctionalInterface
interface Plan {

    Plan ALWAYS = value -> true;
    Plan UNKNOWN = value -> false;

    boolean accepts(JsonNode value);
}
