package dev.capy.core.account;

import java.util.Locale;
import java.util.Objects;

/**
 * Someone who can call the API.
 *
 * @param id its id
 * @param organizationId the organization it belongs to
 * @param email unique within the organization, compared without regard to case
 * @param name display name
 * @param type a person or a program
 * @param role what it may do in its organization
 */
public record User(String id, String organizationId, String email, String name, UserType type, Role role) {

    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(organizationId, "organizationId");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
    }

    /** Whether it may act for a member of its organization: administrators among the service users alone. */
    public boolean mayImpersonate() {
        return type == UserType.SERVICE_USER && role != Role.MEMBER;
    }

    /** What its e-mail address is found by: the organization, and the address in lower case. */
    record Address(String organizationId, String email) {

        Address {
            email = email.toLowerCase(Locale.ROOT);
        }

        /** What a record makes of itself, which takes as long as a whole world when it is made the first time. */
        @Override
        public int hashCode() {
            return 31 * organizationId.hashCode() + email.hashCode();
        }
    }

    Address address() {
        return new Address(organizationId, email);
    }
}
