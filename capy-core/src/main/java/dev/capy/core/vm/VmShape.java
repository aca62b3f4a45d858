package dev.capy.core.vm;

/**
 * How much of a host something is, has or needs.
 *
 * @param cpus virtual CPUs
 * @param memoryGb memory in gigabytes
 * @param diskGb disk in gigabytes
 */
public record VmShape(int cpus, int memoryGb, int diskGb) {

    /** Nothing. */
    public static final VmShape ZERO = new VmShape(0, 0, 0);

    public VmShape {
        if (cpus < 0 || memoryGb < 0 || diskGb < 0) {
            throw new IllegalArgumentException(
                    "cpus, memoryGb and diskGb must not be negative, were " + cpus + ", " + memoryGb + ", " + diskGb);
        }
    }

    public VmShape plus(VmShape other) {
        return new VmShape(cpus + other.cpus, memoryGb + other.memoryGb, diskGb + other.diskGb);
    }

    /** What is left of this without {@code other}, which must fit in it. */
    public VmShape minus(VmShape other) {
        return new VmShape(cpus - other.cpus, memoryGb - other.memoryGb, diskGb - other.diskGb);
    }

    /** Whether {@code other} has room in this. */
    public boolean fits(VmShape other) {
        return other.cpus <= cpus && other.memoryGb <= memoryGb && other.diskGb <= diskGb;
    }
}
