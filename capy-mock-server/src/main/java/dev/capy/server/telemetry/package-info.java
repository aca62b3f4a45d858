/**
 * What a server tells of itself to whoever runs it: metrics of its requests, worlds and webhooks, and lines of its log.
 */
@NullMarked
package dev.capy.server.telemetry;

import org.jspecify.annotations.NullMarked;
