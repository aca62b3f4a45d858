package dev.capy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server holds at one moment.
 *
 * @param heap bytes of the objects that are reachable
 * @param resident megabytes of the machine's memory
 * @param files how many files and sockets are open
 * @param threads how many threads there are
 */
record SoakSample(long heap, double resident, long files, long threads) {

    /** Looks at the process with this id; collects its garbage first. */
    static SoakSample of(long pid, double resident) throws IOException {
        return new SoakSample(reachable(pid), resident, files(pid), threads(pid));
    }

    /** The histogram counts what is reachable after a full collection, and its last line says the sum. */
    private static long reachable(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(jcmd, "" + pid, "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        String total = lines.get(lines.size() - 1);
        if (!total.startsWith("Total")) {
            throw new IOException("jcmd says " + total);
        }
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }

    private static long files(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.count();
        }
    }

    private static long threads(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
