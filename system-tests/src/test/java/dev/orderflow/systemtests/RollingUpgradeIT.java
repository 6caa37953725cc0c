package dev.orderflow.systemtests;

import static dev.orderflow.devservices.system.Service.INVENTORY;
import static dev.orderflow.devservices.system.Service.NOTIFICATION;
import static dev.orderflow.devservices.system.Service.ORDER;
import static dev.orderflow.devservices.system.Service.PAYMENT;
import static dev.orderflow.devservices.system.Service.SHIPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.Change;
import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.Report;
import dev.orderflow.devservices.drill.ReportText;
import dev.orderflow.devservices.drill.check.Violation;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A release rolls out while customers of all kinds order: of each service a replica of the next release starts beside the
 * old one, which ends by SIGTERM once the new one is ready. The next release is a second build ({@link NextRelease}) with
 * a new version of an event of inventory, which order reads, and with a column that only it writes; its migration runs
 * as a step of its own before. What must hold at the end is what must hold behind a drill, with no fault to excuse
 * anything.
 *
 * <p>What a release changes beyond those two is not shown here, nor the way back; nor that Kubernetes goes the same steps.
 */
@Tag("nightly")
class RollingUpgradeIT {

    private static final Path TARGET = Path.of("target");
    private static final int SEED = 20_261_123;

    /** An order waits for all of the upgrade; below its deadline of ten minutes. */
    private static final Duration LONG = Duration.ofMinutes(8);

    private static final String VERSIONS =
            "SELECT DISTINCT data_version::text FROM journal WHERE type = 'orderflow.inventory.stock-reserved'";
    private static final String ROWS = "SELECT DISTINCT coalesce(warehouse, 'none') FROM reservation";

    private static NextRelease next;

    @BeforeAll
    static void build() throws Exception {
        next = NextRelease.built(TARGET.resolve("next-release"));
    }

    /** As docs/upgrading.md has it. */
    @Test
    void nobodyNoticesAReleaseThatUpgradesReadersFirst() throws Exception {
        var plan = new DrillPlan(SEED, Duration.ofSeconds(60), 1, 2, Duration.ofSeconds(60));

        var report = upgraded("readers-first", plan, List.of(ORDER, NOTIFICATION, PAYMENT, SHIPPING, INVENTORY));

        assertThat(report.violations()).as(ReportText.of(report)).isEmpty();
        assertThat(report.outcomes()).containsKeys("DELIVERED", "CANCELLED", "RETURNED");
    }

    /** An operator's slip: what the old reader can't read waits in order, and comes back once it is upgraded as well. */
    @Test
    void whatAnOldReaderCantReadWaitsForItsUpgrade() throws Exception {
        var plan = new DrillPlan(SEED, Duration.ofSeconds(60), 1, 2, LONG);

        var report = upgraded("writers-first", plan, List.of(INVENTORY, ORDER));

        assertThat(report.violations())
                .as(ReportText.of(report))
                .isNotEmpty()
                .allMatch(RollingUpgradeIT::isLetterThatCameBack);
        assertThat(report.outcomes()).containsKeys("DELIVERED", "CANCELLED", "RETURNED");
    }

    private static Report upgraded(String name, DrillPlan plan, List<Service> sequence) throws Exception {
        return new OwnSystem(TARGET.resolve(name)).drilled(plan, (drill, system) -> {
            var report = drill.run(system, new Upgrade(system, sequence), System.out::println);
            assertThat(written(system, VERSIONS))
                    .as("versions that were published")
                    .containsExactlyInAnyOrder("1", "2");
            assertThat(written(system, ROWS))
                    .as("rows of both releases")
                    .containsExactlyInAnyOrder("none", "the second");
            return report;
        });
    }

    private static Set<String> written(OrderflowSystem system, String query) {
        try (var database =
                        DriverManager.getConnection(system.endpoints().jdbcUrl(INVENTORY), "orderflow", "orderflow");
                var rows = database.createStatement().executeQuery(query)) {
            var texts = new HashSet<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A drill takes every letter for a finding. */
    private static boolean isLetterThatCameBack(Violation violation) {
        return violation.invariant().startsWith("no dead letters")
                && violation.seen().startsWith("REPLAYED orderflow.inventory.");
    }

    private record Upgrade(OrderflowSystem system, List<Service> sequence) implements Change {

        @Override
        public int replicas() {
            return 2;
        }

        @Override
        public void make() throws InterruptedException {
            next.migrate(system, INVENTORY);
            for (var service : sequence) {
                replace(new Replicas(system, service), new Replicas(system.from(next.checkout()), service));
            }
            if (sequence.getLast() == ORDER) {
                replayWhatWasUnknown();
            }
        }

        /** The first is where outside parties call, so that the one that comes beside it goes again. */
        private static void replace(Replicas old, Replicas upgraded) {
            upgraded.start(2);
            upgraded.awaitAllRead(2);
            old.stop(1);
            upgraded.start(1);
            upgraded.awaitAllRead(2);
            upgraded.stop(2);
        }

        /** As docs/messaging.md tells operators, once no replica of the old release is left. */
        private void replayWhatWasUnknown() {
            var operator = new Api(system.url(ORDER), system.token("ops", null, "operator"));
            var unknown = Json.object().put("errorType", "UnknownEventException");
            for (boolean more = true; more; ) {
                var answer = operator.post(
                                "/admin/dead-letters/replay",
                                unknown,
                                UUID.randomUUID().toString())
                        .orFail("nothing is replayed");
                more = answer.body().path("more").asBoolean();
            }
        }
    }
}
