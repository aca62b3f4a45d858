package dev.capy.server.worlds;

import dev.capy.core.capx.account.ApiKey;

/**
 * What a key of Capx opens.
 *
 * @param hosted the world
 * @param key who calls
 */
public record KeyAccess(HostedWorld hosted, ApiKey key) {}
