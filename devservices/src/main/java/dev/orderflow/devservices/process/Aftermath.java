package dev.orderflow.devservices.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command once this JVM is gone, however it went: a shell in a session of its own waits for the end of a pipe
 * that only this JVM holds. It costs nothing while it waits.
 */
public final class Aftermath {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r _
            [ -e "$0" ] || exit 0
            exec "$@"
            """;

    private Aftermath() {}

    /**
     * @param unsettled the command is run only if this file is still there then
     * @param log where the command writes
     */
    public static void run(Path unsettled, List<String> command, Path log) {
        List<String> shell = new ArrayList<>(Session.prefix());
        shell.addAll(List.of("/bin/sh", "-c", SCRIPT, unsettled.toString()));
        shell.addAll(command);
        try {
            // The JDK itself refers to a running child, so the pipe is not closed by the garbage collector.
            new ProcessBuilder(shell)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new PartFailed("no shell to guard " + unsettled + ": " + e.getMessage(), e);
        }
    }
}
