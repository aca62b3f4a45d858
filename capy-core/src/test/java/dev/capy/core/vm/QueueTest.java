package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happens when no host has room. */
class QueueTest {

    private final Machines machines = Machines.onHostsOf(8);

    @Test
    void whoFitsNowhereWaits() {
        machines.create(VmSize.LARGE);
        String second = machines.create(VmSize.SMALL);

        machines.idle();

        assertThat(machines.state(second)).isEqualTo(VmState.CREATING);
        assertThat(machines.waiting()).containsExactly(second);
    }

    @Test
    void itGoesInTheOrderOfArrival() {
        String first = machines.create(VmSize.LARGE);
        String second = machines.create(VmSize.LARGE);
        String third = machines.create(VmSize.LARGE);
        machines.idle();

        machines.destroy(first);
        machines.idle();
        assertThat(machines.state(second)).isEqualTo(VmState.RUNNING);
        assertThat(machines.waiting()).containsExactly(third);

        machines.destroy(second);
        machines.idle();
        assertThat(machines.state(third)).isEqualTo(VmState.RUNNING);
        assertThat(machines.news)
                .containsExactly(
                        "running " + first,
                        "placed " + second,
                        "running " + second,
                        "placed " + third,
                        "running " + third);
    }

    @Test
    void nobodyOvertakesEvenWhereThereIsRoom() {
        machines.create(VmSize.MEDIUM);
        String large = machines.create(VmSize.LARGE);
        String small = machines.create(VmSize.SMALL);

        machines.idle();

        assertThat(machines.state(large)).isEqualTo(VmState.CREATING);
        assertThat(machines.state(small)).isEqualTo(VmState.CREATING);
        assertThat(machines.waiting()).containsExactly(large, small);
    }

    @Test
    void allThatFitGoAtOnceWhenRoomIsThere() {
        String large = machines.running(VmSize.LARGE);
        String medium = machines.create(VmSize.MEDIUM);
        String small = machines.create(VmSize.SMALL);
        String last = machines.create(VmSize.MEDIUM);

        machines.destroy(large);
        machines.idle();

        assertThat(machines.state(medium)).isEqualTo(VmState.RUNNING);
        assertThat(machines.state(small)).isEqualTo(VmState.RUNNING);
        assertThat(machines.waiting()).containsExactly(last);
    }

    @Test
    void whoGivesUpWaitingLetsTheNextOnesIn() {
        machines.running(VmSize.MEDIUM);
        String large = machines.create(VmSize.LARGE);
        String small = machines.create(VmSize.SMALL);

        machines.destroy(large);
        machines.idle();

        assertThat(machines.state(small)).isEqualTo(VmState.RUNNING);
        assertThat(machines.waiting()).isEmpty();
    }

    @Test
    void whoFitsNoHostAtAllIsLostAtOnce() {
        String hyper = machines.create(VmSize.HYPER);

        assertThat(machines.state(hyper)).isEqualTo(VmState.FAILED);
        assertThat(machines.news).containsExactly("lost " + hyper + ": no host could ever carry a hyper VM");
        assertThat(machines.waiting()).isEmpty();
    }

    @Test
    void whoFitsNoHostAtAllHoldsUpNobody() {
        machines.create(VmSize.HYPER);

        assertThat(machines.state(machines.running(VmSize.LARGE))).isEqualTo(VmState.RUNNING);
    }
}
