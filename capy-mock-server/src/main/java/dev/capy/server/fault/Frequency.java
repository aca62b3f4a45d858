package dev.capy.server.fault;

/** Which of the requests that a rule is for it strikes. Immutable and thread-safe. */
public sealed interface Frequency {

    /**
     * Whether it strikes this one.
     *
     * @param number the request's place among those that the rule is for, from 1
     * @param chance a draw of the world, from 0 (included) to 1 (excluded)
     */
    boolean strikes(long number, double chance);

    private static void requirePositive(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("the number of requests must be at least 1, was " + number);
        }
    }

    /** Every one. */
    record Always() implements Frequency {

        @Override
        public boolean strikes(long number, double chance) {
            return true;
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /** That one alone. */
    record Nth(int nth) implements Frequency {

        public Nth {
            requirePositive(nth);
        }

        @Override
        public boolean strikes(long number, double chance) {
            return number == nth;
        }

        @Override
        public String toString() {
            return "number " + nth + " alone";
        }
    }

    /** The first so many. */
    record First(int count) implements Frequency {

        public First {
            requirePositive(count);
        }

        @Override
        public boolean strikes(long number, double chance) {
            return number <= count;
        }

        @Override
        public String toString() {
            return "the first " + count;
        }
    }

    /** One in so many: the last of each row. */
    record Every(int count) implements Frequency {

        public Every {
            requirePositive(count);
        }

        @Override
        public boolean strikes(long number, double chance) {
            return number % count == 0;
        }

        @Override
        public String toString() {
            return "one in " + count;
        }
    }

    /** So many of a hundred, drawn from the world's seed. */
    record Percentage(double percent) implements Frequency {

        public Percentage {
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("a percentage must be from 0 to 100, was " + percent);
            }
        }

        @Override
        public boolean strikes(long number, double chance) {
            return chance * 100 < percent;
        }

        @Override
        public String toString() {
            return percent + " %";
        }
    }
}
