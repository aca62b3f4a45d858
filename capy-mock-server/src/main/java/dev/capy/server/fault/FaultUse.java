package dev.capy.server.fault;

/**
 * How often a fault was met.
 *
 * @param matched how many requests it was for, until it was used up
 * @param used how many it struck
 */
public record FaultUse(Fault fault, long matched, long used) {}
