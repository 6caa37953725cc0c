package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.Change;
import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.ReportText;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each service in turn grows from one replica to three while customers of all kinds order, and shrinks to one again by
 * SIGTERM. What must hold at the end is what must hold behind a drill, with no fault to excuse anything: all orders are
 * final and happened once, money, stock, parcels and mails are right, nothing was published again but what a new relay
 * found unsettled, no request got an answer that sending it again (a refused connection, 429, 502 to 504) didn't absorb.
 *
 * <p>Replicas are processes of one machine. That Kubernetes or KEDA starts and stops them is not shown.
 */
@Tag("nightly")
class ScaleOutIT {

    private static final int MOST = 3;

    /** Fifteen services on a machine that may have two cores: what counts is that nothing is lost. */
    private static final Duration FINAL_WITHIN = Duration.ofSeconds(60);

    private static final Path DATA = Path.of("target", "scale-out");

    @Test
    void nothingIsLostAndNothingHappensTwiceWhileReplicasComeAndGo() throws Exception {
        var plan = new DrillPlan(20_261_122, Duration.ofSeconds(60), 1, 2, FINAL_WITHIN);

        var report = new OwnSystem(DATA)
                .drilled(plan, (drill, system) -> drill.run(system, new OutAndIn(system), System.out::println));

        assertThat(report.violations()).as(ReportText.of(report)).isEmpty();
        assertThat(report.outcomes()).containsKeys("DELIVERED", "CANCELLED", "RETURNED");
    }

    private record OutAndIn(OrderflowSystem system) implements Change {

        @Override
        public int replicas() {
            return MOST;
        }

        /** Out with all of them first, so that there is a time in which everything runs three times. */
        @Override
        public void make() {
            for (var service : Service.withDatabase()) {
                grow(new Replicas(system, service));
            }
            for (var service : Service.withDatabase()) {
                shrink(new Replicas(system, service));
            }
        }

        private static void grow(Replicas replicas) {
            for (int n = 2; n <= MOST; n++) {
                replicas.start(n);
                replicas.awaitAllRead(n);
            }
        }

        private static void shrink(Replicas replicas) {
            for (int n = MOST; n > 1; n--) {
                replicas.stop(n);
                replicas.awaitAllRead(n - 1);
            }
        }
    }
}
