package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that does one thing and ends. */
final class ShortProgram {

    private ShortProgram() {}

    /**
     * Waits for its end.
     *
     * @param what it does for which part, for the error
     * @throws PartFailed with what it said last, if it fails
     */
    static void run(String what, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new PartFailed(what + " failed: " + output.lines().reduce("", (a, line) -> line));
            }
        } catch (IOException e) {
            throw new PartFailed(what + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed(what + ": interrupted", e);
        }
    }
}
