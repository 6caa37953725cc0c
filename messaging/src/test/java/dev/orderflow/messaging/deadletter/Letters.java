package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.testing.Wiring;
import java.util.UUID;

/** What the container makes of the dead letters' beans, in a process wired by hand. */
public final class Letters {

    public static final String OPERATOR = "op-1";

    private final Wiring process;
    private final Settlement settlement;
    private final Drain drain;
    private final DrainLoop loop;
    private final Replays replays;

    public Letters(Wiring process) {
        var store = new LetterStore();
        this.process = process;
        this.settlement = new Settlement(store, process.lines, process.redeliveries);
        this.drain = new Drain(process.pool, process.units, store, process.lines, settlement);
        this.loop = new DrainLoop(drain, process.vertx, process.config);
        this.replays = new Replays(settlement, store, process.lines, new Audit(), loop);
    }

    /** Nothing is worked off by itself from now on; returns when what runs has ended. */
    public void stop() {
        loop.stop(null);
    }

    /** As an operator's call does it: a failure is recorded behind the transaction. */
    public Ruling replay(UUID id) {
        return process.run(() -> process.units
                .run(work -> replays.replay(work, id, OPERATOR))
                .onFailure()
                .call(failure -> process.units.run(work -> replays.failed(work, id, failure, OPERATOR))));
    }

    public Ruling discard(UUID id) {
        return process.run(() -> process.units.run(work -> replays.discard(work, id, "no longer wanted", OPERATOR)));
    }

    public int release(DeadLetterFilter filter) {
        return process.run(() -> process.units.run(work -> replays.release(work, filter, OPERATOR)))
                .letters();
    }

    /** The loop's turns, until one finds nothing to do. */
    public void drain() {
        while (process.run(drain::turn)) {
            // There may be more.
        }
    }
}
