/**
 * What the tests of the server share: a server of their own, clients that hold every answer against its document, and a
 * socket for what no client would send.
 */
package dev.capy.server.testing;
