package dev.capy.core.capx.webhook;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.kernel.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told what happens. Its status is always {@code active}.
 *
 * @param id its id
 * @param accountId whose
 * @param sandbox whether a test key registered it: it hears of what test keys see alone
 * @param companyId in which company; null for all
 * @param url where to send what happens
 * @param events the dotted names of what is asked for; {@code *} for everything
 * @param description free text; null for none
 * @param secret what is sent is signed with it, by the Standard Webhooks scheme
 * @param createdAt when it was registered
 */
public record Webhook(
        String id,
        String accountId,
        boolean sandbox,
        @Nullable String companyId,
        String url,
        List<String> events,
        @Nullable String description,
        Secret secret,
        Instant createdAt) {

    public Webhook {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(url, "url");
        events = List.copyOf(events);
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    boolean isVisibleTo(ApiKey key) {
        boolean sameSide = key.accountId().equals(accountId) && key.isTest() == sandbox;
        return sameSide && (key.companyId() == null || key.companyId().equals(companyId));
    }

    boolean asksFor(Activity activity) {
        boolean here = companyId == null || companyId.equals(activity.place().companyId());
        return here
                && activity.place().sandbox() == sandbox
                && (events.contains(EventNames.EVERYTHING)
                        || events.contains(activity.what().event()));
    }
}
