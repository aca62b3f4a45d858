package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * One rule that a value breaks.
 *
 * @param path where: names and indices from the root; of a missing or unknown property its own
 * @param keyword the rule, for example {@code minLength}
 * @param value the value that breaks it
 * @param trail the names and indices that led through the schema to the rule, references among them
 * @param location the names and indices of the rule in the document
 * @param fallback the validator's own words
 * @param others the same rule of the other branches of a union, where the value would have to keep any one
 */
record Finding(
        List<Object> path,
        String keyword,
        JsonNode value,
        List<Object> trail,
        List<Object> location,
        Supplier<String> fallback,
        List<Finding> others) {

    static Finding of(Error error) {
        List<Object> path = elements(error.getInstanceLocation());
        if (error.getProperty() != null) {
            path.add(error.getProperty());
        }
        return new Finding(
                path,
                error.getKeyword(),
                error.getInstanceNode(),
                elements(error.getEvaluationPath()),
                elements(error.getSchemaLocation().getFragment()),
                error::getMessage,
                List.of());
    }

    Finding or(List<Finding> others) {
        return new Finding(path, keyword, value, trail, location, fallback, others);
    }

    private static List<Object> elements(NodePath path) {
        Object[] elements = new Object[path.getNameCount()];
        Arrays.setAll(elements, path::getElement);
        return new ArrayList<>(Arrays.asList(elements));
    }
}
