package dev.capy.core.capx.company;

import dev.capy.core.capx.governance.Governance;
import dev.capy.core.kernel.error.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A company that is to be made: all that either generation of the documentation lets one say.
 *
 * @param name its display name, of which its host name is made
 * @param description free text; null for none
 * @param template which agents it has where none are named; null for none
 * @param config how it works
 * @param governance its limits
 * @param agents its first agents; empty for those of the template
 */
public record NewCompany(
        String name,
        @Nullable String description,
        @Nullable String template,
        CompanyConfig config,
        Governance governance,
        List<NewAgent> agents) {

    /** @throws Invalid when the name is blank, there is no such template, or it would have no agents */
    public NewCompany {
        agents = List.copyOf(agents);
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(governance, "governance");
        if (name.isBlank()) {
            throw Invalid.at("$.name", "must not be blank");
        }
        if (template != null) {
            agents = Templates.agents(template, agents);
        }
        if (agents.isEmpty()) {
            throw Invalid.at("$.agents", "must have at least one agent unless a template is given");
        }
        if (agents.stream().map(NewAgent::role).distinct().count() < agents.size()) {
            throw Invalid.at("$.agents", "must have one agent of a role at the most");
        }
    }

    /** A company that works by itself, without limits. */
    public static NewCompany of(String name, NewAgent... agents) {
        return new NewCompany(name, null, null, CompanyConfig.DEFAULT, Governance.NONE, Arrays.asList(agents));
    }

    /** A company with the agents of a template. */
    public static NewCompany from(String template, String name) {
        return new NewCompany(name, null, template, CompanyConfig.DEFAULT, Governance.NONE, List.of());
    }

    public NewCompany config(UnaryOperator<CompanyConfig> how) {
        return new NewCompany(name, description, template, how.apply(config), governance, agents);
    }

    public NewCompany governance(UnaryOperator<Governance> how) {
        return new NewCompany(name, description, template, config, how.apply(governance), agents);
    }
}
