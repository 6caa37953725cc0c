package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.OrderflowSystem;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything; the data stay.", mixinStandardHelpOptions = true)
final class DownCommand implements Runnable {

    @Override
    public void run() {
        OrderflowSystem system = Context.system();
        if (system.isRunning()) {
            Console.say("Stopping");
            system.stop();
        } else {
            Console.say("Nothing runs");
        }
    }
}
