package dev.capy.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private static final AgentRequest LOGIN =
            new AgentRequest("proj_demo", "Add a login page.", Origin.API, List.of("web", "urgent"));

    @Test
    void theFirstThatFitsWins() {
        CapyWorld world = with(
                says("other", When.prompt("logout")), says("first", When.prompt("login")), says("last", When.ALWAYS));

        assertThat(chosen(world, LOGIN)).contains("first");
    }

    @Test
    void nobodyIsToldWhatToDoWhereNoneFits() {
        CapyWorld world = with(says("other", When.prompt("logout")));

        assertThat(chosen(world, LOGIN)).isEmpty();
    }

    @Test
    void scriptsAreForOneKindOfAgent() {
        CapyWorld world = with(Script.build("build", When.ALWAYS, build -> build.say("Built.")));

        assertThat(chosen(world, LOGIN)).isEmpty();
        assertThat(world.write(tx -> world.scripts().build(tx, LOGIN)).script()).contains("build");
    }

    @Test
    void fitsByProjectPromptTagAndOrigin() {
        assertThat(When.project("proj_demo").fits(LOGIN)).isTrue();
        assertThat(When.project("proj_empty").fits(LOGIN)).isFalse();
        assertThat(When.prompt("login").fits(LOGIN)).isTrue();
        assertThat(When.prompt("Login").fits(LOGIN)).isFalse();
        assertThat(When.promptMatching("(?i)^add .* LOGIN").fits(LOGIN)).isTrue();
        assertThat(When.ALWAYS
                        .withPrompt(new When.Prompt.Exactly("Add a login page."))
                        .fits(LOGIN))
                .isTrue();
        assertThat(When.ALWAYS
                        .withPrompt(new When.Prompt.Exactly("Add a login page"))
                        .fits(LOGIN))
                .isFalse();
        assertThat(When.ALWAYS.tagged("urgent").fits(LOGIN)).isTrue();
        assertThat(When.ALWAYS.tagged("later").fits(LOGIN)).isFalse();
        assertThat(When.ALWAYS.from(Origin.API).fits(LOGIN)).isTrue();
        assertThat(When.ALWAYS.from(Origin.SLACK).fits(LOGIN)).isFalse();
        assertThat(When.prompt("login").from(Origin.SLACK).fits(LOGIN)).isFalse();
    }

    @Test
    void theNthRequestThatFitsIsCountedWhicheverScriptWasChosen() {
        CapyWorld world = with(
                says("first", When.prompt("login").nth(1)),
                says("third", When.prompt("login").nth(3)),
                says("rest", When.prompt("login")));

        assertThat(chosen(world, LOGIN)).contains("first");
        assertThat(chosen(world, new AgentRequest("proj_demo", "Something else.", Origin.API, List.of())))
                .isEmpty();
        assertThat(chosen(world, LOGIN)).contains("rest");
        assertThat(chosen(world, LOGIN)).contains("third");
        assertThat(chosen(world, LOGIN)).contains("rest");
    }

    @Test
    void tellsWhichWereNeverFollowed() {
        CapyWorld world =
                with(says("used", When.prompt("login")), says("shadowed", When.ALWAYS), says("b", When.ALWAYS));

        chosen(world, LOGIN);

        List<String> unused = world.read(view -> world.scripts().unused(view));

        assertThat(unused).containsExactly("shadowed", "b");
    }

    @Test
    void oneCanBeAddedBeforeAllOthersWhileTheWorldGoesOn() {
        CapyWorld world = with(says("old", When.ALWAYS));

        add(world, says("last", When.ALWAYS), false);
        add(world, says("first", When.ALWAYS), true);
        add(world, says("veryFirst", When.ALWAYS), true);

        List<String> names = world.read(
                view -> world.scripts().all(view).map(Scripts.Entry::name).toList());
        assertThat(names).containsExactly("veryFirst", "first", "old", "last");
        assertThat(chosen(world, LOGIN)).contains("veryFirst");
    }

    @Test
    void oneThatIsTakenAwayIsFollowedNoMore() {
        CapyWorld world = with(says("old", When.ALWAYS));

        world.write(tx -> {
            world.scripts().remove(tx, "old");
            return true;
        });

        assertThat(chosen(world, LOGIN)).isEmpty();
        assertThatThrownBy(() -> world.write(tx -> {
                    world.scripts().remove(tx, "old");
                    return true;
                }))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no script called old");
    }

    @Test
    void noTwoAreCalledTheSame() {
        CapyWorld world = with(says("old", When.ALWAYS));

        assertThatThrownBy(() -> add(world, says("old", When.ALWAYS), false)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> with(says("old", When.ALWAYS), says("old", When.ALWAYS)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("$.scripts[1].name");
    }

    @Test
    void oneForAProjectThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> with(says("lost", When.project("proj_nowhere"))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(
                        "$.scripts[0].when.project: must be a project of the fixture, was 'proj_nowhere'");
    }

    private static Script says(String name, When when) {
        return Script.captain(name, when, captain -> captain.say(name));
    }

    private static CapyWorld with(Script... scripts) {
        return CapyWorld.builder().fixture(Fixture.demo().script(scripts)).build();
    }

    private static void add(CapyWorld world, Script script, boolean first) {
        world.write(tx -> {
            if (first) {
                world.scripts().addFirst(tx, script);
            } else {
                world.scripts().add(tx, script);
            }
            return true;
        });
    }

    private static Optional<String> chosen(CapyWorld world, AgentRequest request) {
        return world.write(tx -> world.scripts().captain(tx, request, true)).script();
    }
}
