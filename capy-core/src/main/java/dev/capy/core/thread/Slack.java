package dev.capy.core.thread;

import dev.capy.core.kernel.Tx;
import java.util.Locale;

/** The Slack side of a thread; ids have Slack's shapes. Inferred. */
final class Slack {

    private static final String TEAM = "T0CAPYDEMO";
    private static final long MICROS = 1_000_000;

    private Slack() {}

    /** A new Slack thread in a channel, given by its id or by its name. */
    static SlackLink open(Tx tx, String channel) {
        String channelId = channel.matches("[CDG][A-Z0-9]{6,}") ? channel : idOf(channel);
        long unique = tx.now().toEpochMilli() * 1000 + (long) (tx.random() * 1000);
        String ts = String.format(Locale.ROOT, "%d.%06d", unique / MICROS, unique % MICROS);
        String url = "https://capy-demo.slack.com/archives/" + channelId + "/p" + ts.replace(".", "");
        return new SlackLink(TEAM, channelId, ts, url);
    }

    private static String idOf(String channel) {
        return String.format(Locale.ROOT, "C%010d", Math.floorMod(channel.hashCode(), 10_000_000_000L));
    }
}
