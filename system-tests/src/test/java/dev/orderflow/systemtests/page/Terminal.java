package dev.orderflow.systemtests.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One bash in a folder of its own, in which steps are executed as if they were pasted there. */
public record Terminal(Path folder, Map<String, String> environment) {

    private static final long PATIENCE_SECONDS = 300;

    /** What each step printed, on both streams; nothing for those that were not reached. */
    public List<String> outputs(List<Step> steps) throws IOException, InterruptedException {
        var script = folder.resolve("script");
        Files.writeString(script, script(steps));
        var builder = new ProcessBuilder("bash", "-u", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rest").toFile());
        builder.environment().putAll(environment);
        var bash = builder.start();
        if (!bash.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            bash.descendants().forEach(ProcessHandle::destroyForcibly);
            bash.destroyForcibly();
        }
        return IntStream.range(0, steps.size()).mapToObj(this::output).toList();
    }

    /** Braces are no shell of their own: variables go on to the next step. */
    private static String script(List<Step> steps) {
        var script = new StringBuilder();
        for (int n = 0; n < steps.size(); n++) {
            script.append("{\n%s\n} > %d 2>&1\n".formatted(steps.get(n).bash(), n));
        }
        return script.toString();
    }

    private String output(int step) {
        try {
            var printed = folder.resolve(Integer.toString(step));
            return Files.exists(printed) ? Files.readString(printed) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
