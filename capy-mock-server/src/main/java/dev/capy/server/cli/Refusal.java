package dev.capy.server.cli;

/** Something is wrong with what was said on the command line; the message is a sentence for whoever said it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
