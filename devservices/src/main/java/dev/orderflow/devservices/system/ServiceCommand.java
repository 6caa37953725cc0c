package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.MoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a service's program is run. {@link #MORE_OPTIONS}, its own or this process's, adds options to its JVM. */
final class ServiceCommand {

    private static final String HEAP = "-Xmx256m";

    /** All of them on two cores are up in half the time. What is measured at its best takes it back by its options. */
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private static final List<String> JVM_OPTIONS = List.of(
            // Half dead is worse than dead: what is gone is started again.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            FIRST_COMPILER_ONLY,
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    static final String MORE_OPTIONS = "ORDERFLOW_SERVICE_OPTIONS";

    private ServiceCommand() {}

    static List<String> of(Packaging packaging, Path program, Map<String, String> variables) {
        return switch (packaging) {
            case JVM -> jvm(List.of(), program, MoreOptions.of(MORE_OPTIONS, variables));
            case AOT_CACHE -> jvm(List.of(cache(program)), program, MoreOptions.of(MORE_OPTIONS, variables));
            case NATIVE -> List.of(program.toString(), HEAP);
        };
    }

    private static List<String> jvm(List<String> options, Path program, List<String> more) {
        List<String> command =
                new ArrayList<>(List.of(Installation.javaExecutable().toString(), HEAP));
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-jar", program.toString()));
        return command;
    }

    /** Of a cache that is older than its program the JVM would only say that it does not fit. */
    private static String cache(Path program) {
        Path cache = Packaging.cache(program);
        return (isYounger(cache, program) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache;
    }

    private static boolean isYounger(Path cache, Path program) {
        try {
            return Files.exists(cache)
                    && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(program)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
