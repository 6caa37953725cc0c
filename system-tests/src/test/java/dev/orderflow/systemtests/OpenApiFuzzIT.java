package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.Fuzz;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is sent to any operation of any service is answered as its document says, never with 5xx, and what is refused
 * changes nothing, at the door or by a decision. All operations take part. Two are spared what would stop the other requests: nothing closes the intake,
 * nothing pauses a channel. {@code -Dorderflow.fuzz.seed=N} sends the requests of another seed.
 */
@ExtendWith(RunningSystem.class)
class OpenApiFuzzIT {

    private static final long SEED = Long.getLong("orderflow.fuzz.seed", 20_260_105);

    private final TestSystem system = RunningSystem.get();

    @AfterEach
    void letEverythingGoOn() {
        new Levers(system, "order").openIntake(true);
        ApiDocuments.WITH_DATABASE.forEach(service -> new Levers(system, service)
                .pause(service.equals("order") ? "inventory-events-in" : "order-events-in", false));
    }

    @Test
    void answersTwoThousandRequestsAsDescribed() {
        answersAsDescribed(2_000);
    }

    @Test
    @Tag("nightly")
    void answersTwentyThousandRequestsAsDescribed() {
        answersAsDescribed(20_000);
    }

    private void answersAsDescribed(int count) {
        var world = new ApiWorld(system, 2);
        var fuzz = new Fuzz(targets(world), SEED, new ApiState(system, world::closeHooks));

        var findings = fuzz.run(count);
        var decided = new ApiRefusals(system, world).batches();
        fuzz.refuse(decided);

        System.out.printf(
                "fuzz: seed %d, %d requests, state compared %d times, with %d refused requests between, answers by status %s%n",
                SEED, count, fuzz.compared(), fuzz.refused(), fuzz.statuses());
        assertThat(findings.all()).as("seed " + SEED).isEmpty();
        assertThat(fuzz.compared()).as("batches of refused requests").isGreaterThan(count / 250 + decided.size());
        assertThat(fuzz.refused()).as("refused requests between comparisons").isGreaterThan(count / 2);
    }

    private List<Fuzz.Target> targets(ApiWorld world) {
        return ApiDocuments.calls(ApiDocuments.of(system)).stream()
                .map(call -> target(world, call))
                .toList();
    }

    private static Fuzz.Target target(ApiWorld world, ApiCall call) {
        return new Fuzz.Target(call, world.sender(call));
    }
}
