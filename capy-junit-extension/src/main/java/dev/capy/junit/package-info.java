/**
 * The JUnit Jupiter extension: a world and its server for a test, and assertions on them.
 * No type of a third party other than JUnit and AssertJ appears in a public signature.
 */
@NullMarked
package dev.capy.junit;

import org.jspecify.annotations.NullMarked;
