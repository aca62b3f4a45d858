package dev.capy.server.cli;

import java.util.List;

/** Something that the program does when it is named. Used once. */
interface Command {

    /** What it is called. */
    String name();

    /** What it does, in one sentence. */
    String description();

    /** What can be said about how it does it, in the order in which it makes sense. */
    List<Setting<?>> settings();

    /** Whether only this project's own build knows of it. */
    default boolean isHidden() {
        return false;
    }

    /**
     * Does it, as the settings say.
     *
     * @throws Refusal when they make no sense
     */
    void run(Console console) throws Exception;
}
