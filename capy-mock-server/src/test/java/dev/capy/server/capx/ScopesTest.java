package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.account.Scope;
import dev.capy.core.fixture.Fixture;
import dev.capy.server.contract.Editions;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation takes a key with one of its scopes, and no key without. */
@Execution(ExecutionMode.SAME_THREAD)
class ScopesTest {

    private static final TestServer SERVER = TestServer.of(world -> world.fixture(fixture()));

    @AfterAll
    static void close() {
        SERVER.close();
    }

    /** An account with a key for each scope alone. */
    private static Fixture fixture() {
        Fixture fixture = Fixture.demo();
        for (Scope scope : Scope.values()) {
            fixture = fixture.capxAccount(
                    "acct_" + scope.name(), account -> account.key(key(scope), key -> key.scopes(scope)));
        }
        return fixture;
    }

    private static String key(Scope scope) {
        return "capx_sk_live_" + scope.name().toLowerCase(Locale.ROOT);
    }

    private static List<Operation> operations() {
        return Editions.capx().operations().stream()
                .filter(operation -> !operation.id().startsWith("stream"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void openOperationsAndNothingElse(Operation operation) {
        SERVER.world().clock().advance(Duration.ofMinutes(1));
        String before = SERVER.world().digest();
        List<String> allowed = operation.extension("x-capx-scopes");
        assertThat(allowed).isNotEmpty();

        for (Scope scope : Scope.values()) {
            Answer answer = SERVER.capx(key(scope))
                    .request(operation.method(), operation.path().replaceAll("\\{\\w+}", "nothing"))
                    .send();

            if (scope == Scope.ALL || allowed.contains(scope.word())) {
                assertThat(answer.status()).as(scope.word()).isNotEqualTo(403);
            } else {
                assertThat(answer.refused(403, "forbidden").message())
                        .isEqualTo("This key lacks the scope " + String.join(" or ", allowed));
            }
        }
        assertThat(SERVER.world().digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void areKnownToTheDomain(String word) {
        assertThat(Scope.of(word)).isNotNull();
    }

    private static List<String> scopes() {
        return Editions.capx().operations().stream()
                .flatMap(operation -> operation.extension("x-capx-scopes").stream())
                .distinct()
                .toList();
    }
}
