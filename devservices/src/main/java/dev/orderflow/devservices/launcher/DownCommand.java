package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.User;
import dev.orderflow.devservices.system.OrderflowSystem;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        description = "Stops everything but what a dev mode uses; the data stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Runnable {

    @Override
    public void run() {
        OrderflowSystem system = Context.system();
        if (system.isRunning()) {
            Console.say("Stopping");
            system.users().dismiss();
            system.users().living().forEach(DownCommand::explain);
        } else {
            Console.say("Nothing runs");
        }
    }

    private static void explain(User user) {
        Console.say("What " + user.name() + " in dev mode uses (pid " + user.pid() + ") ends with it");
    }
}
