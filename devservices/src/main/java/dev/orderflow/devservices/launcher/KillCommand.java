package dev.orderflow.devservices.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "kill", description = "Ends one process the hard way (SIGKILL).", mixinStandardHelpOptions = true)
final class KillCommand implements Runnable {

    @Parameters(paramLabel = "NAME", description = "Such as order, order-2, kafka, postgres or redis.")
    private String name;

    @Override
    public void run() {
        Context.system().kill(name);
        Console.say(name + " is dead; ./run start " + name + " brings it back");
    }
}
