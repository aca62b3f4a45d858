package dev.capy.core.vm;

import java.time.Duration;
import java.util.Objects;

/** What goes wrong with a virtual machine because a test says so. */
public sealed interface MachineTrouble {

    /**
     * A step on the way to a ready machine fails.
     *
     * @param step the API's name of it, for example {@code clone_repo}
     * @param error what its log says
     */
    record FailedStep(String step, String error) implements MachineTrouble {
        public FailedStep {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(error, "error");
        }

        @Override
        public String toString() {
            return step + " fails: " + error;
        }
    }

    /**
     * It takes long to come up.
     *
     * @param factor how many times as long as usual, from 1
     * @param longer how much longer than that
     */
    record SlowBoot(int factor, Duration longer) implements MachineTrouble {
        public SlowBoot {
            if (factor < 1 || longer.isNegative()) {
                throw new IllegalArgumentException(
                        "a slow boot takes at least as long as usual, was " + factor + " times and " + longer);
            }
        }

        Duration of(Duration usual) {
            return usual.multipliedBy(factor).plus(longer);
        }

        @Override
        public String toString() {
            return "boots " + factor + " times as long and " + longer;
        }
    }

    /**
     * Nothing more can be written on its disk.
     *
     * @param after how long after the machine was asked for
     */
    record DiskFull(Duration after) implements MachineTrouble {
        public DiskFull {
            if (after.isNegative()) {
                throw new IllegalArgumentException("a disk cannot be full after " + after);
            }
        }

        @Override
        public String toString() {
            return MachineFaults.NO_SPACE + " after " + after;
        }
    }
}
