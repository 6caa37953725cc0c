package dev.orderflow.devservices.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that this code was built in: where the class path of the child processes lies. */
public final class Installation {

    private static final String HOME_PROPERTY = "orderflow.home";

    private Installation() {}

    /** The root of the checkout: {@code -Dorderflow.home}, else the nearest one above the working directory. */
    public static Path home() {
        String named = System.getProperty(HOME_PROPERTY);
        Path start = Path.of(named == null ? "" : named).toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.isRegularFile(path.resolve("devservices/pom.xml")))
                .findFirst()
                .orElseThrow(
                        () -> new PartFailed(start + " is not inside an Orderflow checkout; set -D" + HOME_PROPERTY));
    }

    /** A library of the child processes, by the start of its file name. */
    public static Path jar(String prefix) {
        Path folder = home().resolve("devservices/target/lib");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new PartFailed("no " + prefix + "* in " + folder + "; build devservices first"));
        } catch (java.io.IOException e) {
            throw new PartFailed(folder + " is missing; build devservices first", e);
        }
    }

    /** The command of a small JVM that runs a main class of this module. */
    public static List<String> java(List<String> options, Class<?> main, String... arguments) {
        Path module = home().resolve("devservices/target");
        List<String> command = new ArrayList<>(List.of(
                javaExecutable().toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", module.resolve("classes") + ":" + module.resolve("lib") + "/*", main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The {@code java} that runs this process. */
    public static Path javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
