package dev.capy.server.worlds;

import dev.capy.core.account.User;

/**
 * What a bearer token opens.
 *
 * @param hosted the world
 * @param caller who calls
 */
public record Access(HostedWorld hosted, User caller) {}
