package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What is left in the heap of a process after a full collection. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /** In MB. The JDK's own tool asks the process for it, so that it has to run on a JVM. */
    static long of(TestSystem system, String process) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, Long.toString(system.pid(process)), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var said = new String(asked.getInputStream().readAllBytes());
        assertThat(asked.waitFor()).as(said).isZero();
        var total = TOTAL.matcher(said);
        assertThat(total.find()).as(said).isTrue();
        return Long.parseLong(total.group(1)) / (1024 * 1024);
    }
}
