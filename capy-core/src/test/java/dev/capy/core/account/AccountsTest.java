package dev.capy.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Violation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private final CapyWorld world = CapyWorld.builder().build();
    private final Accounts accounts = world.accounts();

    @Test
    void knowWhomATokenStandsFor() {
        assertThat(world.as("capy_demo").user())
                .isEqualTo(new User(
                        "user_owner", "org_demo", "owner@demo.test", "Demo Owner", UserType.HUMAN, Role.OWNER));
        assertThatThrownBy(() -> world.as("capy_nobody")).isInstanceOf(NotFound.class);
    }

    @Test
    void keepTheTokensInTheOrderOfTheFixture() {
        assertThat(world.<Iterable<ApiToken>>read(accounts::tokens))
                .extracting(ApiToken::name)
                .containsExactly(
                        "capy_demo",
                        "capy_demo_member",
                        "capy_demo_service",
                        "capy_demo_admin_service",
                        "capy_demo_outsider");
    }

    @Test
    void findAMemberByItsAddressInAnyCase() {
        assertThat(member("org_demo", "MEMBER@Demo.Test")).map(User::id).contains("user_member");
        assertThat(member("org_other", "member@demo.test")).isEmpty();
    }

    private Optional<User> member(String organizationId, String email) {
        return world.read(view -> accounts.member(view, organizationId, email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy_demo", "capy_demo_member", "capy_demo_service", "capy_demo_admin_service"})
    void letEveryoneActForItself(String token) {
        assertThat(actor(token, null)).isEqualTo(world.as(token).user());
    }

    @Test
    void letAnAdministratorAmongTheServiceUsersActForAMember() {
        assertThat(actor("capy_demo_admin_service", "Member@demo.test").id()).isEqualTo("user_member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy_demo", "capy_demo_member", "capy_demo_service"})
    void letNobodyElseActForAnother(String token) {
        assertThatThrownBy(() -> actor(token, "member@demo.test"))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("impersonateUserEmail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@demo.test", "outsider@other.test", ""})
    void letNobodyActForWhoIsNoMember(String email) {
        assertThatThrownBy(() -> actor("capy_demo_admin_service", email))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(Violation::path)
                                .containsExactly("$.impersonateUserEmail"));
    }

    private User actor(String token, @Nullable String impersonated) {
        return world.read(view -> accounts.actor(view, world.as(token).user(), impersonated));
    }
}
