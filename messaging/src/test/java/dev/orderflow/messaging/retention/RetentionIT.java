package dev.orderflow.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.testing.LogRecords;
import dev.orderflow.messaging.testing.Ticked;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Old months of journal and inbox go; nothing that somebody still needs does. */
class RetentionIT extends RetentionFixture {

    @Test
    void dropsMonthsThatAreTooOldAndNoOther() {
        OLD.forEach(this::haveAnEventOf);
        publishAll();
        wiring.append(Ticked.event("now", 1));

        run(AGES);

        assertThat(months("journal")).isNotEmpty().noneMatch(RetentionFixture::isOld);
        assertThat(months("inbox")).isNotEmpty().noneMatch(RetentionFixture::isOld);
        assertThat(database.column("SELECT key FROM journal")).containsExactly("now");
        assertThat(counted("journal")).isEqualTo(OLD.size());
        assertThat(wiring.registry
                        .get("orderflow.retention.oldest")
                        .tag("table", "journal")
                        .gauge()
                        .value())
                .isLessThan(Duration.ofDays(31).toSeconds());
    }

    @Test
    void keepsAMonthUntilItsLastDayIsTooOld() {
        var sinceApril = Duration.ofMillis(
                database.number("SELECT (extract(epoch FROM now() - timestamptz '2024-05-01Z') * 1000)::bigint"));

        run(new Ages(Optional.of(sinceApril.plusHours(1)), MONTHS, MONTHS, MONTHS.get()));
        assertThat(months("journal")).contains("journal_202404").doesNotContain("journal_202403");

        run(new Ages(Optional.of(sinceApril.minusHours(1)), MONTHS, MONTHS, MONTHS.get()));
        assertThat(months("journal")).doesNotContain("journal_202404");
    }

    @Test
    void keepsForEverWhatHasNoAge() {
        run(new Ages(Optional.empty(), Optional.empty(), Optional.empty(), MONTHS.get()));

        assertThat(months("journal")).filteredOn(RetentionFixture::isOld).hasSize(OLD.size());
        assertThat(months("inbox")).filteredOn(RetentionFixture::isOld).hasSize(OLD.size());
    }

    /** However old: an event that was never published would be lost. */
    @Test
    void neverDropsWhatTheRelayHasNotPublished() {
        OLD.forEach(this::haveAnEventOf);
        database.execute("UPDATE relay_cursor SET position = 1");

        try (var log = LogRecords.of(RetentionRound.class)) {
            run(AGES);
            assertThat(log.warnings())
                    .anySatisfy(
                            line -> assertThat(line).contains("journal_202403").contains("not published"));
        }

        assertThat(database.column("SELECT key FROM journal ORDER BY position")).containsExactly("3", "4");
        assertThat(held("UNPUBLISHED")).isEqualTo(2);

        publishAll();
        run(AGES);
        assertThat(months("journal")).noneMatch(RetentionFixture::isOld);
        assertThat(held("UNPUBLISHED")).isZero();
    }

    @Test
    void takesThePersonalFieldsOfAMonthWithIt() {
        OLD.forEach(this::haveAnEventOf);
        wiring.append(Ticked.event("now", 1));
        database.execute("INSERT INTO personal SELECT event_id, '{}' FROM journal");
        publishAll();

        run(AGES);

        assertThat(database.column("SELECT j.key FROM personal p LEFT JOIN journal j USING (event_id)"))
                .containsExactly("now");
    }

    private double held(String reason) {
        return wiring.registry
                .get("orderflow.retention.held")
                .tags("table", "journal", "reason", reason)
                .gauge()
                .value();
    }
}
