package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.system.PartStatus;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Prints a line per process.", mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {

    @Override
    public void run() {
        Context.system().status().stream().map(StatusCommand::line).forEach(Console::say);
    }

    private static String line(PartStatus part) {
        String pid = part.pid().map(it -> "pid " + it).orElse("");
        return String.format("%-18s %-10s %-6d %s", part.name(), part.word(), part.port(), pid)
                .stripTrailing();
    }
}
