package dev.capy.core.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.automation.trigger.Conditions;
import dev.capy.core.automation.trigger.IncomingWebhook;
import dev.capy.core.automation.trigger.OnDemand;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.kernel.JsonText;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final String BODY = "{\"build\": {\"number\": 17}}";
    private static final Secret SECRET = Secret.of("hush hush");

    private final AutomationWorld lab = new AutomationWorld();

    private static AutomationConfig config() {
        return AutomationConfig.of("CI", "Build {{payload.build.number}} is red.")
                .withTrigger(Trigger.of(IncomingWebhook.ANY));
    }

    private RunResult call(@Nullable String signature) {
        return lab.call("token-1", new WebhookCall(BODY, new JsonText().parse(BODY), signature));
    }

    private Automation when(Conditions conditions) {
        return lab.create(config().withTrigger(Trigger.of(new IncomingWebhook(true, conditions, null, null))));
    }

    @Test
    void runsWithWhatTheRequestSays() {
        Automation automation = lab.create(config());

        RunResult result = call(null);

        assertThat(result.automationId()).isEqualTo(automation.id());
        assertThat(lab.prompt(Objects.requireNonNull(result.jamId()))).isEqualTo("Build 17 is red.");
    }

    @Test
    void takesEveryRequestWhateverGoesOn() {
        Automation automation = lab.create(config());

        call(null);
        call(null);

        assertThat(lab.runs(automation)).hasSize(2);
    }

    @Test
    void takesARequestThatIsSigned() {
        lab.create(config().withSecret(SECRET));

        String signature = Signature.of(SECRET, BODY);
        assertThat(call(signature).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(call(signature.replace("sha256=", "SHA256=")).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void signsAsEverybodyDoes() {
        assertThat(Signature.of(Secret.of("key"), "The quick brown fox jumps over the lazy dog"))
                .isEqualTo("sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @Test
    void refusesARequestThatIsNotSignedAsItShouldBe() {
        Automation automation = lab.create(config().withSecret(SECRET));

        for (String wrong : new String[] {null, "", "sha256=", Signature.of(SECRET, BODY + " "), "hush hush"}) {
            assertThatThrownBy(() -> call(wrong)).isInstanceOf(Forbidden.class).hasMessageNotContaining("hush");
        }
        assertThat(lab.runs(automation)).isEmpty();
    }

    @Test
    void prefersTheSecretOfTheTrigger() {
        lab.create(config().withSecret(SECRET)
                .withTrigger(Trigger.of(IncomingWebhook.ANY.withSecret(Secret.of("another")))));

        assertThatThrownBy(() -> call(Signature.of(SECRET, BODY))).isInstanceOf(Forbidden.class);
        assertThat(call(Signature.of(Secret.of("another"), BODY)).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void skipsWhatItsConditionsDoNotAdmit() {
        when(Conditions.of(Map.of("contains", List.of("BUILD"), "excludes", List.of("green"))));
        assertThat(call(null).status()).isEqualTo(RunStatus.RUNNING);

        when(Conditions.of(Map.of("excludes", List.of("Number"))));
        assertThat(lab.call("token-2", new WebhookCall(BODY, null, null)).status())
                .isEqualTo(RunStatus.SKIPPED);
    }

    @Test
    void skipsEverythingWhileDisabled() {
        lab.create(config().withEnabled(false));

        assertThat(call(null).status()).isEqualTo(RunStatus.SKIPPED);
    }

    @Test
    void knowsNoOtherUrl() {
        Automation automation = lab.create(config());

        assertThatThrownBy(() -> lab.call("token-9", new WebhookCall(BODY, null, null)))
                .isInstanceOf(NotFound.class);
        lab.delete(automation);
        assertThatThrownBy(() -> call(null)).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsItsUrlForLife() {
        Automation automation = lab.create(config());
        String url = Objects.requireNonNull(automation.openToken()).reveal();

        lab.update(automation, config -> config.withTrigger(Trigger.of(new OnDemand())));
        assertThat(lab.now(automation).openToken()).isNull();
        assertThatThrownBy(() -> call(null)).isInstanceOf(NotFound.class);
        lab.update(automation, config -> config.withTrigger(Trigger.of(IncomingWebhook.ANY)));

        assertThat(Objects.requireNonNull(lab.now(automation).openToken()).reveal())
                .isEqualTo(url);
        assertThat(call(null).status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void showsNeitherUrlNorSecretInTheState() {
        Automation automation = lab.create(config().withSecret(SECRET));

        assertThat(automation.toString()).doesNotContain("token-1").doesNotContain("hush");
    }

    @Test
    void hasAUrlThatIsNoPartOfTheDigest() {
        AutomationWorld other = new AutomationWorld();
        lab.create(config());
        other.nextToken();
        other.create(config());

        assertThat(lab.world.digest()).isEqualTo(other.world.digest());
    }
}
