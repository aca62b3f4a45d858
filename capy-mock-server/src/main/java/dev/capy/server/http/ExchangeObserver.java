package dev.capy.server.http;

/** Is told how each exchange of the API goes. Calls come from the thread that serves it; they must be short. */
public interface ExchangeObserver {

    /** Whose request it is and what it asks for is known as far as it ever will be; its body is not read yet. */
    void arrived(Exchange exchange);

    /** More of it is known: its body, or the answer that is about to be sent. */
    void progressed(Exchange exchange);

    /** It is over; always called, once. */
    void ended(Exchange exchange);
}
