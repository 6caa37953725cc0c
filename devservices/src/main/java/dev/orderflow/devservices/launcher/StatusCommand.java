package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.User;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import dev.orderflow.devservices.system.Users;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Prints a line per process.", mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {

    @Override
    public void run() {
        OrderflowSystem system = Context.system();
        system.status().stream().map(StatusCommand::line).forEach(Console::say);
        system.users().living().stream().map(StatusCommand::line).forEach(Console::say);
    }

    private static String line(PartStatus part) {
        String pid = part.pid().map(it -> "pid " + it).orElse("");
        return String.format("%-18s %-10s %-6d %s", part.name(), part.word(), part.port(), pid)
                .stripTrailing();
    }

    private static String line(User user) {
        String who = user.name().equals(Users.LAUNCHER) ? "./run" : user.name() + " in dev mode";
        return "used by " + who + " (pid " + user.pid() + ")";
    }
}
