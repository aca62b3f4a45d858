/**
 * The contract as a document: an edition's OpenAPI YAML, and what follows from it (routes, validation, projection).
 * Knows neither HTTP nor the domain, and no operation by name.
 */
@NullMarked
package dev.capy.server.contract;

import org.jspecify.annotations.NullMarked;
