package dev.capy.core.automation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to an automation's URL.
 *
 * @param body its body, to the letter
 * @param payload what the body says, as {@link dev.capy.core.kernel.StructuredText} gives it
 * @param signature its signature, {@code sha256=} and hex; null when it is not signed
 */
public record WebhookCall(
        String body, @Nullable Object payload, @Nullable String signature) {

    public WebhookCall {
        Objects.requireNonNull(body, "body");
    }
}
