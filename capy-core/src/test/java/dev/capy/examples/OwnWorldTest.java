package dev.capy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.account.Role;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.provisioning.StepLog;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.warmpool.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The README's example of a world of one's own. */
class OwnWorldTest {

    // README
    @Test
    void aTestBootShowsWhyTheSetupFails() {
        Fixture fixture = Fixture.empty()
                .repository("acme/shop", repository -> repository.file("package.json", "{}"))
                .organization(
                        "org_acme",
                        organization -> organization
                                .user("user_ann", user -> user.role(Role.OWNER).token("ann"))
                                .project(
                                        "proj_shop",
                                        project -> project.taskCode("SHOP").repo("acme/shop")))
                .settings(settings -> settings.commands(CommandRules.of(CommandRule.failing(
                        CommandPattern.glob("npm install*"), Duration.ofSeconds(40), 1, "npm ERR! no such package"))));
        CapyWorld world = CapyWorld.builder().fixture(fixture).build();
        Member ann = world.as("ann");

        Instance boot = ann.testBoot("proj_shop", SetupCommand.of("cd /home/shop && npm install"));
        world.clock().runUntilIdle();

        Provisioning provisioning = ann.provisioning(ann.instance("proj_shop", boot.id()));
        assertThat(provisioning.failure()).map(StepLog::name).contains("warm_pool_setup");
        assertThat(provisioning.failure()).map(StepLog::error).contains("exit code 1: npm ERR! no such package");
    }
    // README
}
