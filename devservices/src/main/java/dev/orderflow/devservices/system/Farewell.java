package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.User;
import java.nio.file.Path;
import java.util.List;

/** The program that leaves for a user that was killed. */
public final class Farewell {

    private static final List<String> SMALL_JVM = List.of("-Xmx64m", "-XX:TieredStopAtLevel=1");

    private Farewell() {}

    /** @param arguments the data directory, the port offset and the pid */
    public static void main(String[] arguments) {
        Options options = Options.at(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        OrderflowSystem.of(options).users().leave(Long.parseLong(arguments[2]));
    }

    static List<String> command(Options options, User user) {
        return Installation.java(
                SMALL_JVM,
                Farewell.class,
                options.data().toAbsolutePath().toString(),
                Integer.toString(options.portOffset()),
                Long.toString(user.pid()));
    }
}
