package dev.orderflow.bench.saga;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the operating system has booked for a process so far.
 *
 * @param cpuMillis user and system time, in steps of 10 ms; of its children that have ended, too
 * @param compilerMillis what of it a JVM's compilers took: less and less of them, the longer it runs
 */
record Usage(long cpuMillis, long compilerMillis) {

    static final Usage NONE = new Usage(0, 0);

    private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");

    /** USER_HZ, which Linux fixes at 100 for all that it tells programs. */
    private static final long MILLIS_PER_TICK = 10;

    /** Nothing for a process that is gone. */
    static Usage of(long pid) {
        try {
            var process = Path.of("/proc", Long.toString(pid));
            return new Usage(cpu(Files.readString(process.resolve("stat"))), compilers(process.resolve("task")));
        } catch (IOException gone) {
            return NONE;
        }
    }

    static Usage of(List<Long> pids) {
        return pids.stream().map(Usage::of).reduce(NONE, Usage::plus);
    }

    /** Fields 14 to 17 of proc(5): utime, stime, cutime, cstime. The second may hold blanks, in brackets. */
    static long cpu(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum() * MILLIS_PER_TICK;
    }

    private static long compilers(Path threads) throws IOException {
        try (Stream<Path> all = Files.list(threads)) {
            return all.map(thread -> stat(thread.resolve("stat")))
                    .filter(stat -> COMPILER.matcher(stat).find())
                    .mapToLong(Usage::cpu)
                    .sum();
        }
    }

    /** Empty for a thread that is gone. */
    private static String stat(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }

    Usage plus(Usage other) {
        return new Usage(cpuMillis + other.cpuMillis, compilerMillis + other.compilerMillis);
    }

    Usage minus(Usage earlier) {
        return new Usage(cpuMillis - earlier.cpuMillis, compilerMillis - earlier.compilerMillis);
    }
}
