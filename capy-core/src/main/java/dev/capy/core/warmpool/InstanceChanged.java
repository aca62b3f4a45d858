package dev.capy.core.warmpool;

import dev.capy.core.kernel.Event;

/**
 * An instance of a warm pool is new, or its status is another one.
 *
 * @param instanceId which one
 * @param projectId whose it is
 * @param status where it is now
 */
public record InstanceChanged(String instanceId, String projectId, InstanceStatus status) implements Event {

    static InstanceChanged to(Instance instance) {
        return new InstanceChanged(instance.id(), instance.projectId(), instance.status());
    }
}
