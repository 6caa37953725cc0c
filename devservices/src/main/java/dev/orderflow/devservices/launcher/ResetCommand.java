package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;

@Command(name = "reset", description = "Empties the data, after stopping what runs.", mixinStandardHelpOptions = true)
final class ResetCommand implements Runnable {

    @Override
    public void run() {
        OrderflowSystem system = Context.system();
        Path data = system.layout().root();
        if (!Files.exists(data)) {
            Console.say(data + " is empty");
            return;
        }
        if (system.isRunning()) {
            Console.say("Stopping");
        }
        system.users().dismissAll(() -> empty(data));
        Console.say(data + " is empty");
    }

    private static void empty(Path data) {
        try {
            Trees.delete(data);
        } catch (IOException e) {
            throw new PartFailed(data + " cannot be emptied: " + e.getMessage(), e);
        }
    }
}
