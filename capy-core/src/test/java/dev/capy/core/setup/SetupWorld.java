package dev.capy.core.setup;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.RepositorySpec;
import java.util.function.UnaryOperator;

/** A world whose project {@code proj_app} works on the repositories that a test asks for. */
final class SetupWorld {

    static final String PROJECT = "proj_app";
    static final RepositorySetup APP = RepositorySetup.of("acme/app", "main");
    static final RepositorySetup HOOKED = RepositorySetup.of("acme/hooked", "main");

    final CapyWorld world;
    final Member owner;

    private SetupWorld(Fixture fixture) {
        world = CapyWorld.builder().seed(5).fixture(fixture).build();
        owner = world.as("owner");
    }

    /**
     * A world with acme/app, which has no hooks, and acme/hooked, which touches a file when it is initialized.
     *
     * @param repositories those that the project works on
     */
    static SetupWorld of(String... repositories) {
        return of(fixture -> fixture, repositories);
    }

    /** A world whose project works on {@code acme/own} with these settings. */
    static SetupWorld withSettings(String settings) {
        return of(
                fixture ->
                        fixture.repository("acme/own", own -> own.file(LegacyHooks.FILE, settings.replace('\'', '"'))),
                "acme/own");
    }

    static SetupWorld of(UnaryOperator<Fixture> more, String... repositories) {
        Fixture fixture = Fixture.empty()
                .repository("acme/app", SetupWorld::app)
                .repository(
                        "acme/hooked",
                        hooked -> hooked.file(LegacyHooks.FILE, "{\"hooks\": {\"setup\": [\"touch hooked\"]}}"))
                .repository("acme/garbled", garbled -> garbled.file(LegacyHooks.FILE, "{\"hooks\": "));
        return new SetupWorld(more.apply(fixture)
                .organization(
                        "org_acme",
                        organization -> organization
                                .user("user_owner", user -> user.token("owner"))
                                .project(PROJECT, project -> {
                                    for (String repository : repositories) {
                                        project = project.repo(repository);
                                    }
                                    return project;
                                })));
    }

    private static RepositorySpec app(RepositorySpec app) {
        return app.file("README.md", "# App\n")
                .branch("feature", FileTree.EMPTY.with("README.md", FileNode.of("# Feature\n")));
    }

    ProjectSetup get() {
        return owner.setup(PROJECT);
    }

    ProjectSetup save(UnaryOperator<Setup> change) {
        return owner.saveSetup(PROJECT, change, false);
    }

    ProjectSetup save(RepositorySetup... repositories) {
        return save(before -> before.withRepositories(repositories));
    }

    ProjectSetup replaceHooks(RepositorySetup... repositories) {
        return owner.saveSetup(PROJECT, before -> before.withRepositories(repositories), true);
    }
}
