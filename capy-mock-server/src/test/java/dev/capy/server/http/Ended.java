package dev.capy.server.http;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps how exchanges ended. */
final class Ended implements ExchangeObserver {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> exchanges = new LinkedBlockingQueue<>();

    @Override
    public void arrived(Exchange exchange) {}

    @Override
    public void progressed(Exchange exchange) {}

    @Override
    public void ended(Exchange exchange) {
        exchanges.add(exchange.path() + " " + exchange.status() + " " + exchange.ending());
    }

    /** The next one: its path, its status and its ending; null when none ends. */
    @Nullable
    String next() throws InterruptedException {
        return exchanges.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
