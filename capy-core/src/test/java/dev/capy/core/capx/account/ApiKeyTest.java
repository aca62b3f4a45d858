package dev.capy.core.capx.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.Firm;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private final Firm firm = Firm.create();
    private final CapyWorld world = firm.world();

    @Test
    void mayBeUsedForWhatItsScopesSay() {
        ApiKey key = ApiKey.of("capx_sk_live_x", "acct").scopes(Scope.AGENTS_READ);

        assertThatCode(() -> key.require(Scope.ACTIVITY_READ, Scope.AGENTS_READ))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> key.require(Scope.TASKS_WRITE))
                .isInstanceOf(Forbidden.class)
                .hasMessage("This key lacks the scope tasks:write");
        assertThatCode(() -> ApiKey.of("capx_sk_live_x", "acct").require(Scope.TASKS_WRITE))
                .doesNotThrowAnyException();
    }

    @Test
    void isUnknownOnceItIsRevoked() {
        world.write(tx -> world.capx().accounts().revoke(tx, "capx_sk_live_a"));

        assertThatThrownBy(() -> world.read(view -> world.capx().accounts().key(view, "capx_sk_live_a")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCompanyHasFiveInUseAtTheMost() {
        for (int i = 0; i < CapxAccounts.MOST_KEYS; i++) {
            add("capx_sk_live_c" + i);
        }

        assertThatThrownBy(() -> add("capx_sk_live_more"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("revoke one of them first");
        world.write(tx -> world.capx().accounts().revoke(tx, "capx_sk_live_c0"));
        assertThatCode(() -> add("capx_sk_live_more")).doesNotThrowAnyException();
    }

    @Test
    void theDefaultWorldHasThreeAndACompanyThatRuns() {
        CapyWorld demo = CapyWorld.builder().build();

        demo.read(view -> {
            ApiKey live = demo.capx().accounts().key(view, "capx_sk_live_demo");
            assertThat(live.tier()).isEqualTo(Tier.PRO);
            assertThat(demo.capx().accounts().key(view, "capx_sk_live_readonly").may(Scope.TASKS_WRITE))
                    .isFalse();
            assertThat(demo.capx().accounts().key(view, "capx_sk_test_demo"))
                    .returns(Tier.STARTER, ApiKey::tier)
                    .returns(true, ApiKey::isTest);
            assertThat(demo.capx().accounts().balance(view, live)).isEqualTo(9_995);
            assertThat(demo.capx().companies().visible(view, live, "co_demo").isWorking())
                    .isTrue();
            return true;
        });
        assertThat(demo.clock().pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy_demo", "capx_sk_live_", "capx_sk_prod_a", "capx_sk_live_a b"})
    void hasANameOfItsKind(String name) {
        assertThatThrownBy(() -> ApiKey.of(name, "acct")).isInstanceOf(Invalid.class);
    }

    private ApiKey add(String name) {
        return world.write(
                tx -> world.capx().accounts().add(tx, ApiKey.of(name, "acct").company(firm.id())));
    }
}
