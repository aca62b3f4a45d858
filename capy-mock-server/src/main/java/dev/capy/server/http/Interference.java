package dev.capy.server.http;

/** What may happen to exchanges of the API besides what worlds make of them. Thread-safe. */
public interface Interference {

    /**
     * Lets happen what is to happen here.
     *
     * @throws Interruption when the exchange takes another course from here
     */
    void at(Point point, Exchange exchange);

    /** How an answer's body is sent. */
    Transmission sending(Exchange exchange, byte[] body);
}
