package dev.orderflow.devservices.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends every process of a layout once this JVM is gone, however it went: a shell in a session of its own waits for the
 * end of a pipe that only this JVM holds. Guarantee: no process that was recorded, and none that it has started in its own
 * session, outlives its owner by more than a moment, SIGKILL of the owner included.
 */
public final class Reaper {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r _
            for record in "$0"/run/*.pid; do
              pid=$(cat "$record" 2>/dev/null)
              [ -n "$pid" ] && kill -9 "-$pid" "$pid" 2>/dev/null
            done
            [ "$1" = remove ] || exit 0
            tries=0
            while [ -e "$0" ] && [ $tries -lt 50 ]; do
              rm -rf "$0" 2>/dev/null || sleep 0.2
              tries=$((tries + 1))
            done
            """;

    private Reaper() {}

    /** Guards the layout until this JVM ends, and then removes its root directory as well. */
    public static void endAndRemove(Layout layout) {
        guard(layout, "remove");
    }

    /** Guards the layout until this JVM ends; its data stay. */
    public static void end(Layout layout) {
        guard(layout, "keep");
    }

    /** The JDK itself refers to a running child, so the pipe is not closed by the garbage collector. */
    private static void guard(Layout layout, String mode) {
        List<String> command = new ArrayList<>(Session.prefix());
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, layout.root().toString(), mode));
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new PartFailed("no shell to guard " + layout.root() + ": " + e.getMessage(), e);
        }
    }
}
