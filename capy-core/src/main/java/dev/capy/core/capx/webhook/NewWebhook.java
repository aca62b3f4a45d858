package dev.capy.core.capx.webhook;

import dev.capy.core.kernel.error.Invalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that is to be registered. What webhooks are like is not documented by the vendor.
 *
 * @param url where to send what happens
 * @param events the dotted names of what is asked for; {@code *} for everything
 * @param companyId in which company; null for all that the key sees
 * @param description free text; null for none
 */
public record NewWebhook(
        String url,
        List<String> events,
        @Nullable String companyId,
        @Nullable String description) {

    private static final int LONGEST = 2_000;

    /** @throws Invalid when the URL cannot be called, or something is asked for that never happens */
    public NewWebhook {
        events = List.copyOf(events);
        if (!isCallable(url)) {
            throw Invalid.at("$.url", "must be an http or https URL of at most " + LONGEST + " characters with a host");
        }
        if (events.isEmpty()) {
            throw Invalid.at("$.events", "must name at least one event, or *");
        }
        for (int i = 0; i < events.size(); i++) {
            String event = events.get(i);
            if (!event.equals(EventNames.EVERYTHING) && !EventNames.ALL.contains(event)) {
                throw Invalid.at(
                        "$.events[" + i + "]",
                        "must be * or one of " + String.join(", ", EventNames.ALL) + "; was '" + event + "'");
            }
        }
    }

    private static boolean isCallable(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme());
            return url.length() <= LONGEST
                    && (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Everything that a key sees. */
    public static NewWebhook of(String url) {
        return new NewWebhook(url, List.of(EventNames.EVERYTHING), null, null);
    }

    public NewWebhook events(String... names) {
        return new NewWebhook(url, List.of(names), companyId, description);
    }

    public NewWebhook company(String id) {
        return new NewWebhook(url, events, id, description);
    }
}
