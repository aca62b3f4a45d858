package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.kernel.Notebook.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private record Chain(int left) implements Event {}

    private record Unheard(String text) implements Event {}

    private final List<String> seen = new ArrayList<>();
    private final Kernel kernel = Notebook.kernel(registry -> registry.subscribe(Chain.class, (tx, chain) -> {
        if (chain.left() > 0) {
            tx.emit(new Chain(chain.left() - 1));
        }
    }));

    private Watch watch() {
        return kernel.watch((at, event) -> seen.add(event + "@" + Duration.between(CapyClock.EPOCH, at)));
    }

    private void emit(Event... events) {
        kernel.write(tx -> {
            List.of(events).forEach(tx::emit);
            return true;
        });
    }

    @Test
    void seesEveryEventInOrderWhetherAnybodyInTheWorldHearsItOrNot() {
        watch();

        emit(new Unheard("a"), new Chain(1), new Unheard("b"));
        kernel.clock().advance(Duration.ofSeconds(3));
        emit(new Unheard("c"));

        assertThat(seen)
                .containsExactly(
                        "Unheard[text=a]@PT0S",
                        "Chain[left=1]@PT0S",
                        "Unheard[text=b]@PT0S",
                        "Chain[left=0]@PT0S",
                        "Unheard[text=c]@PT3S");
    }

    @Test
    void seesNothingOfWhatIsRefused() {
        watch();

        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    tx.emit(new Unheard("a"));
                    throw new IllegalStateException("no");
                }));

        assertThat(seen).isEmpty();
    }

    @Test
    void seesTheWorldAsTheEventLeftIt() {
        List<Instant> times = new ArrayList<>();
        kernel.watch((at, event) -> times.add(kernel.read(View::now)));
        kernel.clock().advance(Duration.ofSeconds(2));

        emit(new Said("a"));

        assertThat(times).containsExactly(CapyClock.EPOCH.plusSeconds(2));
    }

    @Test
    void seesNothingAfterItsWatch() {
        Watch watch = watch();

        watch.close();
        watch.close();
        emit(new Unheard("a"));

        assertThat(seen).isEmpty();
    }

    @Test
    void cannotChangeTheWorldItself() {
        kernel.watch((at, event) -> kernel.write(tx -> Notebook.write(tx, "mine")));

        assertThatIllegalStateException().isThrownBy(() -> emit(new Unheard("a")));
        assertThat(Notebook.written(kernel)).isEmpty();
    }

    @Test
    void leavesTheWorldAsItIs() {
        Kernel other = Notebook.kernel();
        Kernel watched = Notebook.kernel();
        watched.watch((at, event) -> seen.add("seen"));

        for (Kernel world : List.of(other, watched)) {
            world.write(tx -> {
                tx.emit(new Said("a"));
                return true;
            });
        }

        assertThat(watched.digest()).isEqualTo(other.digest());
    }
}
