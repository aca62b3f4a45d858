package dev.capy.core.kernel;

/** Brings an event to its subscribers, at the instant it happened. */
record Delivery(Event event) implements Timer {

    @Override
    public String describe() {
        return "delivery of " + event;
    }
}
