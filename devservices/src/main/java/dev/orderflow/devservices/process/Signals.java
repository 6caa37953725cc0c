package dev.orderflow.devservices.process;

import java.io.IOException;

/** Sends signals that {@link ProcessHandle} does not know. */
final class Signals {

    private Signals() {}

    static void send(String signal, ProcessHandle target) {
        if (signal.equals("TERM")) {
            target.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            target.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
