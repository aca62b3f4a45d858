/**
 * The control plane under {@code /_capy}: for whoever runs the tests, not for the code under test.
 */
@NullMarked
package dev.capy.server.control;

import org.jspecify.annotations.NullMarked;
