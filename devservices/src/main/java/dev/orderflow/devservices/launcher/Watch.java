package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.PartStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells when a process ends that nobody here has ended, and when it is back. */
final class Watch {

    private static final long PAUSE_MILLIS = 500;

    private final OrderflowSystem system;
    private final Map<String, Boolean> running = new TreeMap<>();

    private Watch(OrderflowSystem system, List<String> names) {
        this.system = system;
        names.forEach(name -> running.put(name, true));
    }

    static Watch of(OrderflowSystem system) {
        return new Watch(
                system,
                system.status().stream()
                        .map(PartStatus::name)
                        .filter(name -> new ChildProcess(system.layout(), name).isRunning())
                        .toList());
    }

    /** Returns when nothing runs any more, or when this thread is interrupted. */
    void untilAllEnded() {
        try {
            while (running.containsValue(true)) {
                Thread.sleep(PAUSE_MILLIS);
                running.replaceAll(this::look);
            }
            Console.say("Everything has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look(String name, boolean before) {
        boolean now = new ChildProcess(system.layout(), name).isRunning();
        if (before && !now) {
            Console.say(name + " has ended; ./run start " + name + " brings it back (log: " + system.log(name) + ")");
        } else if (now && !before) {
            Console.say(name + " runs again");
        }
        return now;
    }
}
