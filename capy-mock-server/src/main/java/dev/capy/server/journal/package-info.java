/**
 * What was asked of the server and what it answered: kept from the moment a request arrives, shown without secrets. Changes
 * nothing.
 */
@NullMarked
package dev.capy.server.journal;

import org.jspecify.annotations.NullMarked;
