package dev.orderflow.bench;

import dev.orderflow.devservices.system.Listener;
import java.time.Duration;
import java.util.Locale;

/** What a person at the terminal reads. */
final class Console implements Listener {

    @Override
    public void ready(String name, int port, Duration took) {
        say(String.format(Locale.ROOT, "  %-18s ready on %d after %.1f s", name, port, took.toMillis() / 1000.0));
    }

    @Override
    public void stopped(String name) {
        say("  " + name + " stopped");
    }

    @Override
    public void cleaningUp() {
        say("Cleaning up what a crash has left");
    }

    static void say(String line) {
        System.out.println(line);
    }
}
