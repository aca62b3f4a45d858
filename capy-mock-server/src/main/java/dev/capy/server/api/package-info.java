/**
 * One class for each tag of the API, one method for each operation: between the wire and the domain, nothing else.
 */
@NullMarked
package dev.capy.server.api;

import org.jspecify.annotations.NullMarked;
