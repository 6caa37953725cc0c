package dev.orderflow.devservices.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Wraps a command so that it records its own pid and leads a session of its own. */
final class Session {

    /** The pid is written before the program replaces the shell, so no moment exists in which nobody knows it. */
    private static final String RECORD_AND_RUN = "echo $$ >\"$0\" && exec \"$@\"";

    private Session() {}

    static List<String> detached(Path pidFile, List<String> command) {
        List<String> wrapped = new ArrayList<>(prefix());
        wrapped.addAll(List.of("/bin/sh", "-c", RECORD_AND_RUN, pidFile.toString()));
        wrapped.addAll(command);
        return wrapped;
    }

    /** {@code setsid} on Linux, perl's on macOS, nothing where neither exists: only Ctrl-C is less orderly then. */
    static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        return onPath("perl")
                ? List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV", "--")
                : List.of();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
