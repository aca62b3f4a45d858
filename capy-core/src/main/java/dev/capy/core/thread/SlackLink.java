package dev.capy.core.thread;

/**
 * The Slack thread that goes with a thread.
 *
 * @param teamId Slack's id of the workspace
 * @param channelId Slack's id of the channel
 * @param threadTs Slack's id of the thread: seconds since 1970, a dot, and six digits
 * @param url where a person finds it
 */
public record SlackLink(String teamId, String channelId, String threadTs, String url) {}
