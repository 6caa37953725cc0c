package dev.orderflow.systemtests;

import dev.orderflow.devservices.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ./run} beside a running test system, as an operator at a terminal has it. */
record Launcher(TestSystem system) {

    private static final String PROGRAM = "dev.orderflow.devservices.launcher.Run";

    /** What a command printed, on both streams, and how it ended. */
    record Outcome(int status, String output) {}

    /** Not loaded here: what it needs is on the class path of its own process only. */
    private static Class<?> program() {
        try {
            return Class.forName(PROGRAM, false, Launcher.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which system it is about. */
    Map<String, String> environment() {
        return Map.of(
                "ORDERFLOW_DATA",
                system.data().toString(),
                "ORDERFLOW_PORT_OFFSET",
                Integer.toString(TestSystem.PORT_OFFSET));
    }

    /** A {@code ./run} for a folder of its own, which builds nothing. */
    String script() {
        var home = "-Dorderflow.home=" + Installation.home();
        var command = Installation.java(List.of(home), program()).stream().map(word -> "'" + word + "'");
        return "#!/bin/sh\nexec %s \"$@\"\n".formatted(command.collect(Collectors.joining(" ")));
    }

    Outcome run(String... arguments) {
        var builder = new ProcessBuilder(Installation.java(List.of(), program(), arguments)).redirectErrorStream(true);
        builder.environment().putAll(environment());
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
