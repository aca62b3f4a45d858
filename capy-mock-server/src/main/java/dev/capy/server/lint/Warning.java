package dev.capy.server.lint;

import dev.capy.server.journal.RecordedRequest;

/**
 * A request with a bad habit.
 *
 * @param request which one
 * @param habit what it does
 * @param message the same for a person, with numbers and names
 */
public record Warning(RecordedRequest request, Habit habit, String message) {

    @Override
    public String toString() {
        return habit.word() + ": " + request + ": " + message;
    }
}
