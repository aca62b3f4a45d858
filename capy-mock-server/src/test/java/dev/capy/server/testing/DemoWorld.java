package dev.capy.server.testing;

import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.OrganizationSpec;
import java.util.function.UnaryOperator;

/** The demo world with something added. */
public final class DemoWorld {

    private DemoWorld() {}

    /** With the tags {@code bug} and {@code ui}. */
    public static Fixture withTags() {
        return with(demo -> demo.tag("bug", "destructive").tag("ui", "blue"));
    }

    /** With its organization {@code org_demo} changed. */
    public static Fixture with(UnaryOperator<OrganizationSpec> change) {
        Fixture demo = Fixture.demo();
        return new Fixture(
                demo.organizations().stream()
                        .map(organization ->
                                organization.id().equals("org_demo") ? change.apply(organization) : organization)
                        .toList(),
                demo.repositories(),
                demo.scripts(),
                demo.settings(),
                demo.capx());
    }
}
