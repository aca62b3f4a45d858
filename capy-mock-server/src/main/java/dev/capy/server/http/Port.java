package dev.capy.server.http;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this machine
 * @param number 0 picks a free one
 */
public record Port(String host, int number) {

    @Override
    public String toString() {
        return host + ", port " + number;
    }
}
