package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.fault.Faults;
import dev.orderflow.devservices.drill.load.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** Says every few seconds how far a drill is, until it is closed. */
final class Progress implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Load load;
    private final Faults faults;
    private final Consumer<String> say;
    private final Instant begin = Instant.now();
    private final Thread teller = Thread.ofVirtual().unstarted(this::tell);

    private Progress(Load load, Faults faults, Consumer<String> say) {
        this.load = load;
        this.faults = faults;
        this.say = say;
    }

    static Progress of(Load load, Faults faults, Consumer<String> say) {
        Progress progress = new Progress(load, faults, say);
        progress.teller.start();
        return progress;
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                say.accept(line());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private String line() {
        Duration passed = Duration.between(begin, Instant.now());
        int arrived = load.arrived();
        return String.format(
                Locale.ROOT,
                "  %02d:%02d  %4d customers, %3d still waiting; %2d faults over; %s",
                passed.toMinutes(),
                passed.toSecondsPart(),
                arrived,
                arrived - load.served(),
                faults.done().size(),
                faults.latest());
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
