package dev.orderflow.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.payment.domain.reconciliation.Booked;
import dev.orderflow.payment.gateway.Excerpt;
import dev.orderflow.payment.testing.ProviderParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Many replicas look at once whether a run is due. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "payment"))
@QuarkusTestResource(ProviderParts.class)
class OneRunIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    ReconciliationSchedule schedule;

    @Inject
    ReconciliationRecord record;

    @Inject
    UnitsOfWork units;

    @Inject
    DataSource database;

    @Test
    void beginsOneRunHoweverManyLook() {
        awaitTheEndOfTheRun();
        var before = number("SELECT run FROM reconciliation");
        change("UPDATE reconciliation SET started_at = now() - interval '2 hours',"
                + " last_started_at = now() - interval '2 hours'");

        var begun = manyLook();

        assertThat(begun).isLessThanOrEqualTo(1);
        assertThat(number("SELECT run FROM reconciliation")).isEqualTo(before + 1);
        awaitTheEndOfTheRun();
        assertThat(number("SELECT count(*) FROM reconciliation_seen")).isZero();
    }

    @Test
    void givesUpARunThatDoesNotEndAndLetsItHaveNoEffect() {
        awaitTheEndOfTheRun();
        var before = number("SELECT run FROM reconciliation");
        change("UPDATE reconciliation SET started_at = now() - interval '7 hours'");

        manyLook();

        assertThat(number("SELECT run FROM reconciliation")).isEqualTo(before + 1);
        assertThat(recorded(before)).isEmpty();
        assertThat(number("SELECT count(*) FROM reconciliation_difference WHERE intent_id = 'pi_too_late'"))
                .isZero();
    }

    /** The last call of a run comes back: money that payment knows nothing of. */
    private Optional<ReconciliationStep> recorded(long run) {
        var step = new ReconciliationStep(run, Instant.EPOCH, Instant.now(), null, List.of());
        var five = Money.of("5.00", "EUR");
        var excerpt = new Excerpt(
                List.of("pi_too_late"), List.of(new Booked("pi_too_late", null, five, Money.zero("EUR"))), null);
        return units.run(work -> record.of(work, step, excerpt)).await().atMost(PATIENCE);
    }

    private long manyLook() {
        var looks = IntStream.range(0, 20)
                .mapToObj(replica -> schedule.beginIfDue().subscribeAsCompletionStage())
                .toList();
        CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new)).join();
        return looks.stream().filter(CompletableFuture::join).count();
    }

    private void awaitTheEndOfTheRun() {
        schedule.beginIfDue().await().atMost(PATIENCE);
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM reconciliation WHERE started_at = last_started_at") == 1);
    }

    private long number(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
