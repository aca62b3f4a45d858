package dev.capy.core.simulation;

/**
 * One thing that somebody does to a world.
 *
 * @param name what it is, for a person
 * @param work does it
 */
record Operation(String name, Runnable work) {

    @Override
    public String toString() {
        return name;
    }
}
