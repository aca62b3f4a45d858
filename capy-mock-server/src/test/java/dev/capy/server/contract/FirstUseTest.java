package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.bytes;
import static dev.capy.server.contract.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FirstUseTest {

    @Test
    void isTheSameForManyThreadsAtOnce() throws Exception {
        Edition fresh = new Edition("fresh", OpenApiDocument.read("capy-2026-06"));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            Callable<List<String>> everything = () -> {
                start.await();
                return everything(fresh);
            };
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(everything));
            }

            start.countDown();

            List<String> expected = everything(Bodies.EDITION);
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void canBeBroughtForward() {
        Edition fresh = new Edition("warm", OpenApiDocument.read("capy-2026-06"));

        fresh.warmUp();

        assertThat(everything(fresh)).isEqualTo(everything(Bodies.EDITION));
    }

    private static List<String> everything(Edition edition) {
        List<String> said = new ArrayList<>();
        for (Operation operation : edition.operations()) {
            said.add(operation
                    .check(200, json("{'items':[{'x':1}],'status':{},'x':2}"))
                    .toString());
            said.add(operation
                    .project(200, json("{'items':[{'x':1}],'status':{},'x':2}"))
                    .toString());
            if (operation.hasBody()) {
                said.addAll(
                        Bodies.refusals(() -> operation.readBody(bytes("{'setupCommands':[1],'replenish':1,'x':2}"))));
            }
        }
        return said;
    }
}
