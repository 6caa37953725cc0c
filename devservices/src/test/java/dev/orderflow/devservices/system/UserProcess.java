package dev.orderflow.devservices.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A user of a system for as long as its input is open. */
final class UserProcess {

    static final String JOINED = "joined";

    private UserProcess() {}

    /** @param arguments the data directory, the port offset and the part that it needs */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.at(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        OrderflowSystem system = OrderflowSystem.of(options);
        system.users().join("order");
        system.startInfrastructure(Set.of(arguments[2]));
        System.out.println(JOINED);
        while (System.in.read() >= 0) {
            // Nothing is written: the end of the input is the signal.
        }
        system.users().leave();
    }
}
