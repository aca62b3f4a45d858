package dev.capy.server.events;

import dev.capy.server.http.Feed;
import java.nio.charset.StandardCharsets;

/** A feed whose text is kept. Not thread-safe. */
final class ReadFeed implements Feed {

    private final StringBuilder text = new StringBuilder();
    private boolean over;

    @Override
    public void send(byte[] more) {
        text.append(new String(more, StandardCharsets.UTF_8));
    }

    @Override
    public void end(byte[] last) {
        send(last);
        over = true;
    }

    @Override
    public boolean isDrained() {
        return true;
    }

    @Override
    public void whenOver(Runnable work) {
        throw new UnsupportedOperationException("nobody asks");
    }

    boolean isOver() {
        return over;
    }

    /** All that was sent after the greeting. */
    String text() {
        return text.toString().replaceFirst("^: events\n\n", "");
    }
}
