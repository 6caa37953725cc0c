package dev.orderflow.devservices.process;

import java.util.List;
import java.util.Map;

/**
 * What to run: a command and the variables it gets beside those of this process. Secrets belong into the variables,
 * since any user of the machine may read a command line.
 */
public record Launch(List<String> command, Map<String, String> environment) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Launch of(List<String> command) {
        return new Launch(command, Map.of());
    }
}
