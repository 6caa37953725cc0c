package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.Packaging;
import dev.orderflow.devservices.system.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the services when there is something to build. */
public final class Build {

    /** Its files lie beside those of the plain application. */
    private static final String[] AOT = {"-Dquarkus.package.jar.type=aot-jar", "-Dquarkus.package.output-directory=aot"
    };

    private final Path home = Installation.home();
    private final Path log;

    /** @param log where all that the build says is kept */
    public Build(Path log) {
        this.log = log;
    }

    /**
     * Builds what is missing or older than its sources; not a native binary, which takes minutes for each service.
     *
     * @throws PartFailed if that fails, with the first error and the log, or if a binary is missing
     */
    void ensure(Options options) {
        ensure(options.modules());
        switch (options.packaging()) {
            case JVM -> {}
            case AOT_CACHE -> ensureAot(options.services());
            case NATIVE -> requireBinaries(options.services());
        }
    }

    private static void requireBinaries(List<Service> services) {
        List<Service> missing = services.stream()
                .filter(service -> !Packaging.NATIVE.isBuilt(service))
                .toList();
        if (!missing.isEmpty()) {
            throw new PartFailed("there is no native binary of "
                    + missing.stream().map(Service::module).collect(Collectors.joining(", "))
                    + "; ./mvnw package -Dnative builds them");
        }
    }

    void ensure(List<String> modules) {
        Sources sources = new Sources(home);
        if (modules.stream().allMatch(sources::isBuilt)) {
            return;
        }
        Console.say("Building the services (log: " + log + ")");
        build(String.join(",", modules), "package");
        sources.stamp();
    }

    /** Builds, beside them, the applications that a JVM can cache. */
    public void ensureAot(List<Service> services) {
        Sources sources = new Sources(home);
        if (services.stream().allMatch(sources::isAotBuilt)) {
            return;
        }
        Console.say("Building the services for AOT caches (log: " + log + ")");
        build(services.stream().map(Service::module).collect(Collectors.joining(",")), "package", AOT);
        sources.stampAot();
    }

    /** Builds the benchmark when it is missing or older than its sources; it is run from its classes. */
    void ensureBench() {
        Sources sources = new Sources(home);
        if (sources.isBenchBuilt()) {
            return;
        }
        Console.say("Building the benchmark (log: " + log + ")");
        build("bench", "process-classes");
        sources.stampBench();
    }

    private void build(String modules, String phase, String... options) {
        BuildProgress progress = new BuildProgress();
        List<String> command = new ArrayList<>(command(modules, phase));
        command.addAll(List.of(options));
        if (run(command, progress) != 0) {
            throw new PartFailed("the build failed: " + progress.firstError() + " (log: " + log + ")");
        }
    }

    private List<String> command(String modules, String phase) {
        return List.of(
                home.resolve("mvnw").toString(),
                "-B",
                "-Dstyle.color=never",
                "-Dspotless.check.skip=true",
                "-Dmaven.test.skip=true", // tests are not even compiled
                "-T1C",
                "-pl",
                modules,
                "-am",
                phase);
    }

    private int run(List<String> command, BuildProgress progress) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            // Otherwise Ctrl-C, which ends this JVM, might leave the build behind.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            process.getOutputStream().close();
            try (BufferedReader output = process.inputReader();
                    Writer copy = Files.newBufferedWriter(log)) {
                output.lines().forEach(line -> take(line, copy, progress));
            }
            return process.waitFor();
        } catch (UncheckedIOException e) {
            // Its output ends in the middle when Ctrl-C ends it.
            throw new PartFailed("the build was interrupted", e);
        } catch (IOException e) {
            throw new PartFailed("the build cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("the build was interrupted", e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void take(String line, Writer copy, BuildProgress progress) {
        try {
            copy.write(line + "\n");
            progress.accept(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
