package dev.capy.core.project;

import dev.capy.core.account.User;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.PersonalVariable.Owner;
import dev.capy.core.shell.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that users have for themselves. Thread-safe; the state is the transaction's. */
public final class PersonalVariables {

    private static final int LONGEST_NAME = 191;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Table<PersonalVariable> VARIABLES =
            Table.of("personal_variables", PersonalVariable.class, PersonalVariable::id);
    private static final Index<PersonalVariable, Owner> BY_OWNER = VARIABLES.index(PersonalVariable::owner);

    public PersonalVariables(Registry registry) {
        registry.tables(VARIABLES);
    }

    /** What a user has in a project, newest first. */
    public Stream<PersonalVariable> of(View view, String projectId, String userId) {
        return view.where(BY_OWNER, new Owner(projectId, userId)).newestFirst().filter(PersonalVariable::isSet);
    }

    /**
     * Sets variables; those not named stay as they are.
     *
     * @param caller who calls
     * @param owner whose variables: the caller's own, or those of the member that it acts for
     * @throws Invalid when a name is none or is named twice; then none is set
     */
    public void set(Tx tx, User caller, User owner, String projectId, List<NewVariable> wanted) {
        requireNames(wanted);
        for (NewVariable variable : wanted) {
            set(tx, caller, new Owner(projectId, owner.id()), variable.name(), variable.value());
        }
    }

    private static void set(Tx tx, User caller, Owner owner, String name, Secret value) {
        String id = PersonalVariable.id(owner, name);
        if (tx.has(VARIABLES, id)) {
            tx.update(VARIABLES, id, variable -> variable.setTo(value, caller.id(), tx.now()));
        } else {
            tx.insert(
                    VARIABLES,
                    new PersonalVariable(
                            owner.projectId(), owner.userId(), name, value, caller.id(), tx.now(), tx.now()));
        }
    }

    private static void requireNames(List<NewVariable> wanted) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i).name();
            String path = "$.variables[" + i + "].name";
            if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
                violations.add(new Violation(
                        path,
                        "must be 1 to " + LONGEST_NAME + " letters, digits and underscores, and start with no digit"));
            }
            Integer before = first.putIfAbsent(name, i);
            if (before != null) {
                violations.add(new Violation(path, "must be named once, and is $.variables[" + before + "] already"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Invalid("Request body validation failed", violations);
        }
    }

    /**
     * Deletes a variable: its value is gone, and setting it again revives it.
     *
     * @param caller who calls
     * @param owner whose variable
     * @throws NotFound when there is none, or it was deleted
     */
    public void delete(Tx tx, User caller, User owner, String projectId, String name) {
        PersonalVariable variable = tx.find(VARIABLES, PersonalVariable.id(new Owner(projectId, owner.id()), name))
                .filter(PersonalVariable::isSet)
                .orElseThrow(() -> new NotFound("Environment variable not found"));
        tx.update(VARIABLES, variable.deleted(caller.id(), tx.now()));
    }

    /** The variables of a machine that works for a user: the project's shared ones, overridden by the user's own. */
    public Environment environment(View view, Project project, String userId) {
        if (view.where(BY_OWNER, new Owner(project.id(), userId)).isEmpty()) {
            return project.variables();
        }
        SortedMap<String, Secret> own = new TreeMap<>();
        of(view, project.id(), userId)
                .forEach(variable -> own.put(variable.name(), Objects.requireNonNull(variable.value())));
        return own.isEmpty() ? project.variables() : project.variables().overriddenBy(new Environment(own));
    }
}
