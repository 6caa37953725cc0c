package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.Recount;
import picocli.CommandLine.Command;

@Command(name = "analytics", description = "What only analytics can do.", mixinStandardHelpOptions = true)
final class AnalyticsCommand {

    @Command(description = "Forgets all figures and counts them anew from the topics.", mixinStandardHelpOptions = true)
    int rebuild() {
        var replicas = new Recount(Context.system()).run();
        Console.say(String.join(" and ", replicas)
                + " counts anew; until the topics are read, figures are answered with 503");
        return 0;
    }
}
