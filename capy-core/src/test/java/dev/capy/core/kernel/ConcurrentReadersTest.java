package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentReadersTest {

    private static final int ACCOUNTS = 8;
    private static final int TRANSFERS = 10_000;
    private static final int READERS = 3;
    private static final long TOTAL = 2L * ACCOUNTS * 100;

    private record Account(String id, long balance) {}

    private static final Table<Account> SAVINGS = Table.of("savings", Account.class, Account::id);
    private static final Table<Account> CURRENT = Table.of("current", Account.class, Account::id);
    private static final Index<Account, Boolean> EMPTY = CURRENT.index(account -> account.balance() == 0);

    private final Kernel kernel =
            new Kernel(new Registry().tables(SAVINGS, CURRENT), Store.inMemory(), CapyClock.EPOCH, 1);
    private final ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void neverSeeHalfATransfer() throws Exception {
        open();
        CountDownLatch everyoneIsHere = new CountDownLatch(READERS + 1);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(threads.submit(() -> {
                everyoneIsHere.countDown();
                everyoneIsHere.await();
                return read(done);
            }));
        }
        everyoneIsHere.countDown();
        everyoneIsHere.await();

        Random random = new Random(3);
        for (int i = 0; i < TRANSFERS; i++) {
            transfer(random);
        }
        done.set(true);

        for (Future<Integer> reader : readers) {
            assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
        }
    }

    /** Looks until the writer is done, at the least once; returns how often it looked. */
    private int read(AtomicBoolean done) {
        int looks = 0;
        boolean last;
        do {
            last = done.get();
            View view = kernel.view();
            assertThat(sum(view)).isEqualTo(TOTAL);
            assertThat(view.where(EMPTY, true).count()).isEqualTo((int) view.all(CURRENT)
                    .oldestFirst()
                    .filter(account -> account.balance() == 0)
                    .count());
            looks++;
        } while (!last);
        return looks;
    }

    @Test
    void doNotWaitForAnOpenTransaction() throws Exception {
        open();

        long seen = kernel.write(tx -> {
            tx.update(SAVINGS, new Account("0", 0));
            return join(() -> kernel.read(ConcurrentReadersTest::sum));
        });

        assertThat(seen).isEqualTo(TOTAL);
    }

    @Test
    void keepTheViewTheyHave() {
        open();
        View before = kernel.view();

        for (int i = 0; i < 100; i++) {
            transfer(new Random(i));
        }

        assertThat(before.all(SAVINGS)).allMatch(account -> account.balance() == 100);
    }

    @Test
    void findWritersThatTookTurns() throws Exception {
        open();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            writers.add(threads.submit(() -> {
                for (int n = 0; n < 500; n++) {
                    kernel.write(tx -> tx.update(SAVINGS, "0", account -> new Account("0", account.balance() + 1)));
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(1, TimeUnit.MINUTES);
        }

        assertThat(kernel.view().get(SAVINGS, "0").balance()).isEqualTo(100 + READERS * 500L);
    }

    private void open() {
        kernel.write(tx -> {
            for (int i = 0; i < ACCOUNTS; i++) {
                tx.insert(SAVINGS, new Account("" + i, 100));
                tx.insert(CURRENT, new Account("" + i, 100));
            }
            return true;
        });
    }

    private void transfer(Random random) {
        String from = "" + random.nextInt(ACCOUNTS);
        String to = "" + random.nextInt(ACCOUNTS);
        kernel.write(tx -> {
            long amount = Math.min(random.nextInt(200), tx.get(CURRENT, from).balance());
            tx.update(CURRENT, from, account -> new Account(from, account.balance() - amount));
            tx.update(SAVINGS, to, account -> new Account(to, account.balance() + amount));
            long back = Math.min(random.nextInt(200), tx.get(SAVINGS, from).balance());
            tx.update(SAVINGS, from, account -> new Account(from, account.balance() - back));
            return tx.update(CURRENT, to, account -> new Account(to, account.balance() + back));
        });
    }

    private static long sum(View view) {
        long sum = 0;
        for (Account account : view.all(SAVINGS)) {
            sum += account.balance();
        }
        for (Account account : view.all(CURRENT)) {
            sum += account.balance();
        }
        return sum;
    }

    private <T> T join(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return work.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        threads)
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }
}
