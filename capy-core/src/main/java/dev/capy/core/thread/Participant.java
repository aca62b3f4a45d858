package dev.capy.core.thread;

import dev.capy.core.account.UserType;
import java.time.Instant;

/**
 * Someone who took part in a thread.
 *
 * @param userId who
 * @param userType a person or a program
 * @param firstAt when for the first time
 * @param lastAt when for the last time
 */
public record Participant(String userId, UserType userType, Instant firstAt, Instant lastAt) {

    Participant seenAt(Instant time) {
        return new Participant(userId, userType, firstAt, time);
    }
}
