package dev.capy.server.capx;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.kernel.View;
import dev.capy.server.events.SseFeed;

/** Somebody who reads what happens. For one thread at a time. */
final class ActivityReader implements News.Reader {

    /** The number of the last event that a reader knows who wants to know of none but new ones. */
    static final long NOTHING = -1;

    private final SseFeed feed;
    private final Activities activities;
    private final ApiKey key;
    private final ActivityFilter filter;
    private long last;

    /** @param seen the number of the last event that the reader knows */
    ActivityReader(SseFeed feed, Activities activities, ApiKey key, ActivityFilter filter, long seen) {
        this.feed = feed;
        this.activities = activities;
        this.key = key;
        this.filter = filter;
        this.last = seen;
    }

    @Override
    public void welcome(View view) {
        feed.comment("activity");
        if (last == NOTHING) {
            last = activities.lastNumber(view);
        }
    }

    @Override
    public void catchUp(View view) {
        for (Activity activity : activities.after(view, key, filter.companyId(), last)) {
            last = activity.number();
            if (filter.includes(activity)) {
                feed.tell(
                        activity.id(),
                        activity.what().type().word(),
                        ActivityJson.wire(activity).toString());
            }
        }
    }

    @Override
    public void end(String why) {
        feed.end(why);
    }
}
