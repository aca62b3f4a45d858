/**
 * The contract fuzz test: requests made from the OpenAPI documents, right ones and ones with a mistake in them, and what
 * must hold for the answers.
 */
@NullMarked
package dev.capy.server.fuzz;

import org.jspecify.annotations.NullMarked;
