/**
 * Records as plain data and back: maps with text keys, lists, text, numbers, truth values. What a record is made of decides
 * how it is written, and only what a world's registry names can be read.
 */
@NullMarked
package dev.capy.core.kernel.codec;

import org.jspecify.annotations.NullMarked;
