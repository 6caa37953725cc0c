package dev.orderflow.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** Programs that not every machine has. */
final class Programs {

    private Programs() {}

    /** Skips the test, and says why, where the program is not on the PATH. */
    static void require(String program, String without) {
        assumeTrue(isThere(program), program + " is not on the PATH: " + without);
    }

    private static boolean isThere(String program) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Path.of(folder, program).toFile().canExecute()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What it prints.
     *
     * @throws IllegalStateException with that, if it fails
     */
    static String run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        }
    }
}
