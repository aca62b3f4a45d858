package dev.capy.core.capx.activity;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that happened in the companies of a world. Thread-safe; the state is the transaction's. */
public final class Activities {

    private static final Table<Activity> ACTIVITIES = Table.of("capx_activities", Activity.class, Activity::id);
    private static final Index<Activity, String> BY_COMPANY =
            ACTIVITIES.index(activity -> activity.place().companyId());
    private static final Index<Activity, String> BY_SIDE =
            ACTIVITIES.index(activity -> activity.place().side());

    public Activities(Registry registry) {
        registry.tables(ACTIVITIES);
    }

    /** Records what happened and tells whoever listens. */
    public Activity record(Tx tx, Place place, Happening what) {
        long number = lastNumber(tx) + 1;
        tx.emit(new ActivityRecorded(number));
        return tx.insert(ACTIVITIES, new Activity(number, place, what, tx.now()));
    }

    /** The number of what happened last; 0 when nothing has. */
    public long lastNumber(View view) {
        return view.all(ACTIVITIES).count();
    }

    public Activity get(View view, long number) {
        return view.get(ACTIVITIES, Activity.id(number));
    }

    public Optional<Activity> find(View view, String id) {
        return view.find(ACTIVITIES, id);
    }

    /**
     * What a key sees, newest first.
     *
     * @param companyId in which company; null for all that the key sees
     * @param from the highest number that counts
     */
    public Stream<Activity> newest(View view, ApiKey key, @Nullable String companyId, long from) {
        return rows(view, key, companyId).newestFirst(from);
    }

    /** What a key sees and what happened after the activity of this number, oldest first: how a stream goes on. */
    public List<Activity> after(View view, ApiKey key, @Nullable String companyId, long number) {
        List<Activity> newer = new ArrayList<>(newest(view, key, companyId, Long.MAX_VALUE)
                .takeWhile(activity -> activity.number() > number)
                .toList());
        Collections.reverse(newer);
        return newer;
    }

    /** All that happened in a company. */
    public Rows<Activity> ofCompany(View view, String companyId) {
        return view.where(BY_COMPANY, companyId);
    }

    private static Rows<Activity> rows(View view, ApiKey key, @Nullable String companyId) {
        String only = companyId != null ? companyId : key.companyId();
        return only != null ? view.where(BY_COMPANY, only) : view.where(BY_SIDE, Place.side(key));
    }
}
