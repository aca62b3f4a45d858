package dev.capy.core;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.ApiToken;
import dev.capy.core.account.Organization;
import dev.capy.core.account.User;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.account.Account;
import dev.capy.core.fixture.CapxAccountSpec;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.OrganizationSpec;
import dev.capy.core.fixture.ProjectSpec;
import dev.capy.core.fixture.RepositorySpec;
import dev.capy.core.fixture.UserSpec;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Tx;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.project.Tag;
import dev.capy.core.project.VmCache;
import dev.capy.core.script.Scripts;
import dev.capy.core.shell.Environment;
import dev.capy.core.source.Repository;
import dev.capy.core.source.Sources;
import dev.capy.core.source.git.GitSignature;
import dev.capy.core.vm.InMemoryHypervisor;
import java.util.List;

/** Puts a fixture into a new world; one that its store knows already is left alone. */
final class Seeding {

    private final Accounts accounts;
    private final Projects projects;
    private final Sources sources;
    private final InMemoryHypervisor hypervisor;
    private final Scripts scripts;
    private final Capx capx;

    Seeding(
            Accounts accounts,
            Projects projects,
            Sources sources,
            InMemoryHypervisor hypervisor,
            Scripts scripts,
            Capx capx) {
        this.accounts = accounts;
        this.projects = projects;
        this.sources = sources;
        this.hypervisor = hypervisor;
        this.scripts = scripts;
        this.capx = capx;
    }

    void seed(Kernel kernel, Fixture fixture) {
        if (kernel.isNew()) {
            kernel.write(tx -> {
                hypervisor.seed(tx);
                fixture.repositories().forEach(repository -> add(tx, repository));
                fixture.organizations().forEach(organization -> add(tx, organization));
                fixture.scripts().forEach(script -> scripts.add(tx, script));
                fixture.capx().forEach(account -> add(tx, account));
                return true;
            });
        }
    }

    private void add(Tx tx, RepositorySpec spec) {
        GitSignature author = new GitSignature("Fixture", "fixture@example.test", tx.now());
        sources.add(tx, new Repository(spec.fullName(), spec.defaultBranch(), spec.ci()), spec.files(), author);
        String first = sources.branch(tx, spec.fullName(), spec.defaultBranch())
                .orElseThrow()
                .head();
        spec.branches().forEach((name, files) -> {
            sources.createBranch(tx, spec.fullName(), name, first);
            if (!files.equals(spec.files())) {
                sources.commit(tx, spec.fullName(), name, files, author, "Branch " + name);
            }
        });
    }

    private void add(Tx tx, OrganizationSpec spec) {
        accounts.add(tx, Organization.of(spec.id(), spec.name(), spec.warmPoolAllowed(), spec.spendCap()));
        spec.users().forEach(user -> add(tx, spec.id(), user));
        spec.tags().forEach(tag -> projects.add(tx, new Tag(spec.id(), tag.name(), tag.color())));
        spec.projects().forEach(project -> add(tx, spec.id(), project));
    }

    private void add(Tx tx, String organizationId, UserSpec spec) {
        accounts.add(tx, new User(spec.id(), organizationId, spec.email(), spec.name(), spec.type(), spec.role()));
        spec.tokens().forEach(token -> accounts.add(tx, new ApiToken(token, spec.id())));
    }

    private void add(Tx tx, String organizationId, ProjectSpec spec) {
        List<ProjectRepo> repos =
                spec.repos().stream().map(repo -> resolve(tx, repo)).toList();
        projects.add(
                tx,
                new Project(
                        spec.id(),
                        organizationId,
                        spec.name(),
                        spec.description(),
                        spec.taskCode(),
                        repos,
                        Environment.of(spec.variables()),
                        spec.devbox(),
                        VmCache.NONE,
                        0,
                        tx.now(),
                        tx.now()));
    }

    private void add(Tx tx, CapxAccountSpec spec) {
        capx.accounts().add(tx, Account.of(spec.id(), spec.credits()));
        spec.keys().forEach(key -> capx.accounts().add(tx, key));
        spec.companies()
                .forEach(company ->
                        capx.companies().place(tx, company.id(), spec.id(), company.sandbox(), company.company()));
    }

    private ProjectRepo resolve(Tx tx, ProjectSpec.RepoRef ref) {
        String branch = ref.branch();
        return new ProjectRepo(
                ref.repository(),
                branch != null
                        ? branch
                        : sources.repository(tx, ref.repository()).orElseThrow().defaultBranch());
    }
}
