package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.OrderflowSystem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts single processes again.", mixinStandardHelpOptions = true)
final class StartCommand implements Runnable {

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Such as order, order-2, kafka, postgres or redis.")
    private List<String> names;

    @Override
    public void run() {
        OrderflowSystem system = Context.system();
        for (String name : names) {
            system.start(name);
            Console.say(name + " is ready");
        }
    }
}
