/**
 * Where worlds are kept beyond the life of a process: a database, its schema, and commits that are made durable many at a
 * time.
 */
@NullMarked
package dev.capy.server.store;

import org.jspecify.annotations.NullMarked;
