package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service is run from. */
public enum Packaging {
    /** Its application, on a JVM as it is. */
    JVM {
        @Override
        Path program(Path target) {
            return target.resolve("quarkus-app").resolve(JAR);
        }
    },

    /** The application that a JVM can cache; its first start makes the cache as it ends, and later ones use that. */
    AOT_CACHE {
        @Override
        Path program(Path target) {
            return target.resolve("aot").resolve(JAR);
        }
    },

    /** A binary; only where somebody has built it. */
    NATIVE {
        @Override
        Path program(Path target) {
            return runner(target);
        }
    };

    /** Environment variable: {@code jvm}, {@code aot-cache} or {@code native}. */
    public static final String CHOICE = "ORDERFLOW_PACKAGING";

    private static final String JAR = "quarkus-run.jar";

    /**
     * What the environment says, else {@link #JVM}.
     *
     * @throws PartFailed if it says something else
     */
    public static Packaging chosen() {
        return chosen(System.getenv());
    }

    static Packaging chosen(Map<String, String> environment) {
        String said = environment.getOrDefault(CHOICE, JVM.word());
        return Arrays.stream(values())
                .filter(each -> each.word().equals(said))
                .findFirst()
                .orElseThrow(() -> new PartFailed(CHOICE + " must be one of " + words() + ", not " + said));
    }

    private static String words() {
        return Arrays.stream(values()).map(Packaging::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is in this checkout, or would be if it were built. */
    public final Path program(Service service) {
        return program(Installation.home(), service);
    }

    public final boolean isBuilt(Service service) {
        return Files.isRegularFile(program(service));
    }

    final Path program(Path checkout, Service service) {
        return program(checkout.resolve(service.module()).resolve("target"));
    }

    /** Of a JVM that runs this program: what it had loaded and linked when it was started before. */
    public static Path cache(Path program) {
        return program.resolveSibling("app.aot");
    }

    abstract Path program(Path target);

    /** Its name holds the version. */
    private static Path runner(Path target) {
        if (!Files.isDirectory(target)) {
            return target.resolve("runner");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-runner"))
                    .findFirst()
                    .orElse(target.resolve("runner"));
        } catch (IOException e) {
            throw new PartFailed(target + " can't be read: " + e.getMessage(), e);
        }
    }
}
