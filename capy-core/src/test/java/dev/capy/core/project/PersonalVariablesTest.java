package dev.capy.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalVariablesTest {

    private static final String PROJECT = "proj_demo";

    private final CapyWorld world = CapyWorld.builder().build();
    private final Member owner = world.as("capy_demo");
    private final Member member = world.as("capy_demo_member");

    @Test
    void keepThoseThatAreNotNamed() {
        owner.setVariable(PROJECT, "A", "1");
        owner.setVariable(PROJECT, "B", "2");

        assertThat(owner.variables(PROJECT)).extracting(PersonalVariable::name).containsExactly("B", "A");
    }

    @Test
    void areEachUsersOwnInEachProject() {
        owner.setVariable(PROJECT, "A", "1");

        assertThat(member.variables(PROJECT)).isEmpty();
        assertThat(owner.variables("proj_empty")).isEmpty();
    }

    @Test
    void rememberWhenTheyWereLastSet() {
        owner.setVariable(PROJECT, "A", "1");
        PersonalVariable before = only();
        world.clock().advance(Duration.ofHours(1));

        owner.setVariable(PROJECT, "A", "2");

        assertThat(only().createdAt()).isEqualTo(before.createdAt());
        assertThat(only().updatedAt()).isEqualTo(before.updatedAt().plusSeconds(3600));
    }

    @Test
    void rememberWhoSetThemForAnother() {
        Member service = world.as("capy_demo_admin_service");

        world.write(tx -> {
            world.personalVariables()
                    .set(tx, service.user(), owner.user(), PROJECT, List.of(new NewVariable("A", Secret.of("1"))));
            return true;
        });

        assertThat(only().updatedBy()).isEqualTo("user_admin_service");
        assertThat(service.variables(PROJECT)).isEmpty();
    }

    @Test
    void areGoneOnceDeleted() {
        owner.setVariable(PROJECT, "A", "1");

        owner.deleteVariable(PROJECT, "A");

        assertThat(owner.variables(PROJECT)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> owner.deleteVariable(PROJECT, "A"));
    }

    @Test
    void areTheSameWhenSetAgain() {
        owner.setVariable(PROJECT, "A", "1");
        owner.setVariable(PROJECT, "B", "2");
        PersonalVariable first = owner.variables(PROJECT).get(1);
        owner.deleteVariable(PROJECT, "A");
        world.clock().advance(Duration.ofHours(1));

        owner.setVariable(PROJECT, "A", "3");

        PersonalVariable revived = owner.variables(PROJECT).get(1);
        assertThat(revived.name()).isEqualTo("A");
        assertThat(revived.createdAt()).isEqualTo(first.createdAt());
    }

    @Test
    void cannotBeDeletedForAnother() {
        owner.setVariable(PROJECT, "A", "1");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> member.deleteVariable(PROJECT, "A"));
    }

    @Test
    void areOutOfReachForOthers() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> world.as("capy_demo_outsider").variables(PROJECT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "A-B", "A B", "A=", "É", "A\n"})
    void haveNamesThatAShellTakes(String name) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> owner.setVariable(PROJECT, name, "1"))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::path)
                        .containsExactly("$.variables[0].name"));
    }

    @Test
    void haveNamesOf191CharactersAtMost() {
        assertThatCode(() -> owner.setVariable(PROJECT, "A".repeat(191), "")).doesNotThrowAnyException();
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> owner.setVariable(PROJECT, "A".repeat(192), ""));
    }

    @Test
    void areSetTogetherOrNotAtAll() {
        List<NewVariable> twice = Stream.of("A", "B", "A")
                .map(name -> new NewVariable(name, Secret.of(name)))
                .toList();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> world.write(tx -> {
                    world.personalVariables().set(tx, owner.user(), owner.user(), PROJECT, twice);
                    return true;
                }))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::path)
                        .containsExactly("$.variables[2].name"));
        assertThat(owner.variables(PROJECT)).isEmpty();
    }

    @Test
    void showNoValue() {
        owner.setVariable(PROJECT, "A", "s3cr3t-value");

        assertThat(only().toString()).doesNotContain("s3cr3t");
    }

    private PersonalVariable only() {
        assertThat(owner.variables(PROJECT)).hasSize(1);
        return owner.variables(PROJECT).get(0);
    }
}
