package dev.capy.core.capx.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.Firm;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.webhook.Delivery.Status;
import dev.capy.core.capx.webhook.WebhookSender.Answer;
import dev.capy.core.capx.webhook.WebhookSender.Shipment;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private final List<Shipment> sent = new ArrayList<>();
    private Answer answer = Answer.of(200);
    private final CapyWorld world = CapyWorld.builder()
            .fixture(Firm.EMPTY)
            .webhookSender(shipment -> {
                sent.add(shipment);
                return answer;
            })
            .build();
    private final Firm firm = Firm.in(world, "capx_sk_live_a", NewCompany.of("acme", NewAgent.of("strategist")))
            .started();

    @Test
    void isToldWhatItAskedForAtOnce() {
        Webhook webhook = register(NewWebhook.of("http://localhost/hook").events("task.completed", "task.created"));

        firm.create("Write a plan");
        firm.untilIdle();

        assertThat(deliveries(webhook)).extracting(Delivery::event).containsExactly("task.completed", "task.created");
        assertThat(deliveries(webhook)).extracting(Delivery::status).containsOnly(Status.DELIVERED);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).body())
                .startsWith("{\"id\":\"evt_")
                .contains("\"type\":\"task.created\"", "\"summary\":\"Created task: Write a plan\"");
    }

    @Test
    void isSignedByTheStandardWebhooksScheme() {
        Webhook webhook = register(NewWebhook.of("http://localhost/hook").events("task.created"));
        assertThat(webhook.secret().reveal()).startsWith("whsec_");

        firm.create("Write a plan");
        firm.untilIdle();

        Shipment shipment = sent.get(0);
        assertThat(shipment.headers())
                .containsEntry("webhook-id", deliveries(webhook).get(0).id())
                .containsKeys("webhook-timestamp", "content-type");
        assertThat(shipment.headers().get("webhook-signature"))
                .startsWith("v1,")
                .hasSize(3 + 44);
    }

    @Test
    void isTriedAgainWithGrowingDelaysThatNobodyWaitsForUntilItIsGivenUp() {
        answer = Answer.none("connection refused");
        Webhook webhook = register(NewWebhook.of("http://localhost/hook").events("task.created"));
        firm.create("Write a plan");

        firm.untilIdle();
        assertThat(deliveries(webhook).get(0).attempts().size()).isBetween(1, 2);
        firm.advance(Duration.ofDays(2));

        Delivery dead = deliveries(webhook).get(0);
        assertThat(dead.status()).isEqualTo(Status.DEAD);
        assertThat(dead.attempts())
                .hasSize(7)
                .last()
                .satisfies(attempt -> assertThat(attempt.answer().error()).isEqualTo("connection refused"));
        assertThat(Duration.between(
                        dead.attempts().get(0).at(), dead.attempts().get(6).at()))
                .isEqualTo(Duration.ofHours(17).plusMinutes(35).plusSeconds(5));
        assertThat(sent).extracting(Shipment::body).containsOnly(dead.body());
        List<Delivery> givenUp = world.read(
                view -> world.capx().webhooks().deadLetters(view, webhook).toList());
        assertThat(givenUp).containsExactly(dead);
    }

    @Test
    void isSentAnewWhenItWasGivenUp() {
        answer = Answer.of(500);
        Webhook webhook = register(NewWebhook.of("http://localhost/hook").events("task.created"));
        firm.create("Write a plan");
        firm.advance(Duration.ofDays(2));

        answer = Answer.of(204);
        world.write(
                tx -> world.capx().webhooks().redeliver(tx, deliveries(webhook).get(0)));

        Delivery delivered = deliveries(webhook).get(0);
        assertThat(delivered.status()).isEqualTo(Status.DELIVERED);
        assertThat(delivered.attempts()).hasSize(8);
    }

    @Test
    void isNotSentAnewWhileItIsBeingTried() {
        answer = Answer.of(302);
        Webhook webhook = register(NewWebhook.of("http://localhost/hook").events("task.created"));
        firm.create("Write a plan");

        assertThatThrownBy(() -> world.write(tx -> world.capx()
                        .webhooks()
                        .redeliver(tx, deliveries(webhook).get(0))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void hearsOfItsCompanyAndItsSideAlone() {
        Firm other = firm.beside("capx_sk_live_a", NewCompany.of("other", NewAgent.of("strategist")))
                .started();
        Firm sandbox = firm.beside("capx_sk_test_a", NewCompany.of("test", NewAgent.of("strategist")))
                .started();
        Webhook ofOne = register(
                NewWebhook.of("http://localhost/one").events("task.created").company(firm.id()));
        Webhook ofAll = register(NewWebhook.of("http://localhost/all").events("task.created"));

        firm.create("a");
        other.create("b");
        sandbox.create("c");

        assertThat(deliveries(ofOne)).hasSize(1);
        assertThat(deliveries(ofAll)).hasSize(2);
    }

    @Test
    void leavesNothingBehindWhenItIsDeleted() {
        answer = Answer.of(500);
        Webhook webhook = register(NewWebhook.of("http://localhost/hook").events("task.created"));
        firm.create("Write a plan");
        firm.untilIdle();

        world.write(tx -> {
            world.capx().webhooks().delete(tx, webhook);
            return true;
        });

        assertThat(world.clock().pending()).noneMatch(entry -> entry.name().contains("delivery"));
        assertThatThrownBy(() -> world.read(view -> world.capx().webhooks().visible(view, firm.key(), webhook.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverIsToldMayCallBack() {
        List<String> seen = new ArrayList<>();
        CapyWorld talking = worldThatAsks(seen);
        Firm acme = Firm.in(talking, "capx_sk_live_a", NewCompany.of("acme", NewAgent.of("strategist")))
                .started();
        talking.write(tx -> talking.capx()
                .webhooks()
                .register(tx, acme.key(), NewWebhook.of("http://localhost/").events("task.created")));

        acme.create("first");
        acme.untilIdle();

        assertThat(acme.tasks()).extracting(task -> task.title()).containsExactly("second", "first");
    }

    private static CapyWorld worldThatAsks(List<String> seen) {
        CapyWorld[] self = new CapyWorld[1];
        self[0] = CapyWorld.builder()
                .fixture(Firm.EMPTY)
                .webhookSender(shipment -> {
                    if (seen.isEmpty()) {
                        seen.add(shipment.body());
                        Firm.any(self[0], "capx_sk_live_a").create("second");
                    }
                    return Answer.of(200);
                })
                .build();
        return self[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://localhost/", "localhost", "http:///x", "http://user@localhost/", "http://a b/", ""})
    void isRefusedWithAUrlThatCannotBeCalled(String url) {
        assertThatThrownBy(() -> NewWebhook.of(url)).isInstanceOf(Invalid.class).hasMessageStartingWith("must be");
    }

    @Test
    void isRefusedForWhatNeverHappens() {
        assertThatThrownBy(() -> NewWebhook.of("http://localhost/").events("task.exploded"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("was 'task.exploded'");
    }

    private Webhook register(NewWebhook wanted) {
        return world.write(tx -> world.capx().webhooks().register(tx, firm.key(), wanted));
    }

    private List<Delivery> deliveries(Webhook webhook) {
        return world.read(view ->
                world.capx().webhooks().deliveries(view, webhook).newestFirst().toList());
    }
}
