package dev.capy.server.control;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.Role;
import dev.capy.core.account.User;
import dev.capy.core.account.UserType;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.server.wire.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can act in a project.
 *
 * @param users all members of its organization, in their order
 */
record Members(List<User> users) {

    static Members of(CapyWorld world, View view, Project project) {
        return new Members(world.accounts()
                .members(view, project.organizationId())
                .oldestFirst()
                .toList());
    }

    /**
     * The one that a body names by its id or its e-mail address; the first human owner where it names none.
     *
     * @param path where the body names it
     * @throws dev.capy.core.kernel.error.Invalid when there is no such member
     */
    User named(@Nullable String name, String path) {
        return users.stream()
                .filter(user -> name == null
                        ? user.type() == UserType.HUMAN && user.role() == Role.OWNER
                        : user.id().equals(name) || user.email().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> Refusals.ofBody(
                        path,
                        name == null
                                ? "is required: the organization has no human owner"
                                : "must be the id or the e-mail address of a member of the organization, was '" + name
                                        + "'; known are "
                                        + users.stream().map(User::id).toList()));
    }
}
