package dev.capy.server.events;

/** Somebody who reads the events of one world. Thread-safe. */
final class EventReader {

    private final SseFeed feed;
    private final EventKinds kinds;

    EventReader(SseFeed feed, EventKinds kinds) {
        this.feed = feed;
        this.kinds = kinds;
    }

    /** Says at once that the stream has begun: a comment, which readers skip. */
    void welcome() {
        feed.comment("events");
    }

    /** Tells what happened, if it is of a kind that is read. */
    void tell(Happening happening) {
        if (kinds.include(happening.event())) {
            feed.tell(happening.text());
        }
    }

    /** Tells that the events with these numbers are not known any more. */
    void tellLost(long from, long to) {
        feed.send("event: EventsLost\ndata: {\"from\":" + from + ",\"to\":" + to + "}\n\n");
    }

    void end(String why) {
        feed.end(why);
    }
}
