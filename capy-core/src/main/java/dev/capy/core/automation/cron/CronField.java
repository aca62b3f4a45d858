package dev.capy.core.automation.cron;

/**
 * One field of a cron expression.
 *
 * @param numbers the numbers that it matches, as bits
 * @param starred whether it begins with a star
 */
record CronField(long numbers, boolean starred) {

    boolean has(int number) {
        return (numbers >>> number & 1) != 0;
    }

    /** The lowest number from {@code number} on; -1 when there is none. */
    int atOrAfter(int number) {
        long rest = number > 63 ? 0 : numbers >>> number << number;
        return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
    }

    int first() {
        return Long.numberOfTrailingZeros(numbers);
    }
}
