package dev.capy.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever embeds a server need not have Micrometer. */
class WithoutMicrometerTest {

    @Test
    void metricsCountAllTheSameAndHaveNoText() throws Exception {
        Class<?> type = new Alone().loadClass(Metrics.class.getName());
        Object metrics = type.getConstructor().newInstance();

        Object store = type.getMethod("store").invoke(metrics);

        store.getClass().getInterfaces()[0].getMethod("groupLost", int.class).invoke(store, 3);
        assertThat(type.getMethod("text").invoke(metrics)).isEqualTo(Optional.empty());
        type.getMethod("close").invoke(metrics);
    }

    /** Has the classes of the metrics anew, and none of Micrometer and its like. */
    private static final class Alone extends ClassLoader {

        Alone() {
            super(WithoutMicrometerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.micrometer.") || name.startsWith("io.prometheus.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return name.startsWith("dev.capy.server.metrics.") ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
