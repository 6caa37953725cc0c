package dev.orderflow.devservices.process;

import java.util.List;
import java.util.Map;

/** Options of a JVM that somebody gives by an environment variable, separated by spaces. */
public final class MoreOptions {

    private MoreOptions() {}

    /** @param own where they are looked for before this process's environment */
    public static List<String> of(String variable, Map<String, String> own) {
        String given = System.getenv().getOrDefault(variable, "");
        String options = own.getOrDefault(variable, given).strip();
        return options.isEmpty() ? List.of() : List.of(options.split(" +"));
    }
}
