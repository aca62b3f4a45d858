/** A thread's whole life in each edition, in its own shapes and words. */
package dev.capy.server.editions;
