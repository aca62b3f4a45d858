package dev.capy.server.verify;

/**
 * How many requests there should be.
 *
 * @param least at least so many, from 0
 * @param most at most so many
 */
public record Count(int least, int most) {

    public Count {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(
                    "a count must be from 0 up, and its least no more than its most; was " + least + " to " + most);
        }
    }

    public static Count times(int exactly) {
        return new Count(exactly, exactly);
    }

    public static Count once() {
        return times(1);
    }

    public static Count never() {
        return times(0);
    }

    public static Count atLeast(int least) {
        return new Count(least, Integer.MAX_VALUE);
    }

    public static Count atMost(int most) {
        return new Count(0, most);
    }

    boolean allows(int count) {
        return count >= least && count <= most;
    }

    @Override
    public String toString() {
        if (most == 0) {
            return "no request";
        } else if (least == most) {
            return "exactly " + requests(least);
        } else if (most == Integer.MAX_VALUE) {
            return "at least " + requests(least);
        }
        return least == 0 ? "at most " + requests(most) : least + " to " + requests(most);
    }

    private static String requests(int count) {
        return count == 1 ? "1 request" : count + " requests";
    }
}
