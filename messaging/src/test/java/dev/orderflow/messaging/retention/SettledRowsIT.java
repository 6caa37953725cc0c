package dev.orderflow.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Letters that are settled and tasks that have expired go, open ones never, whatever fails beside them. */
class SettledRowsIT extends RetentionFixture {

    @Test
    void deletesSettledLettersAndNeverOpenOnes() {
        letter("old-open", "OPEN", "ticks", 400);
        letter("old-waiting", "WAITING", "ticks", 400);
        letter("old-replayed", "REPLAYED", "ticks", 91);
        letter("old-discarded", "DISCARDED", "ticks", 91);
        letter("new-discarded", "DISCARDED", "ticks", 89);
        letter("old-state", "DISCARDED", "states", 91);

        wiring.run(() -> round.run(AGES, Set.of("states")));

        assertThat(database.column("SELECT key FROM dead_letter"))
                .containsExactlyInAnyOrder("old-open", "old-waiting", "new-discarded", "old-state");
    }

    @Test
    void deletesTasksThatExpiredLongAgoAndNeverOpenOnes() {
        task("old-expired", "EXPIRED", 91);
        task("new-expired", "EXPIRED", 89);
        task("old-open", "OPEN", 400);

        run(AGES);

        assertThat(database.column("SELECT key FROM task")).containsExactlyInAnyOrder("new-expired", "old-open");
        assertThat(counted("task")).isEqualTo(1);
    }

    @Test
    void triesTheOtherTablesWhenOneOfThemFails() {
        OLD.forEach(this::haveAnEventOf);
        publishAll();
        letter("old-replayed", "REPLAYED", "ticks", 91);
        task("old-expired", "EXPIRED", 91);
        database.execute("ALTER TABLE personal RENAME TO gone");

        assertThatThrownBy(() -> run(AGES)).hasStackTraceContaining("\"personal\" does not exist");

        assertThat(months("journal")).filteredOn(RetentionFixture::isOld).hasSize(OLD.size());
        assertThat(months("inbox")).noneMatch(RetentionFixture::isOld);
        assertThat(database.number("SELECT count(*) FROM dead_letter")).isZero();
        assertThat(database.number("SELECT count(*) FROM task")).isZero();
    }

    private void letter(String key, String state, String topic, int settledDaysAgo) {
        database.execute("""
                INSERT INTO dead_letter (id, line, topic, partition, "offset", key, headers, attempts, state, settled_at)
                SELECT gen_random_uuid(), '%1$s', '%3$s', 0, count(*), '%1$s', '{}', 1, '%2$s', now() - interval '%4$d days'
                FROM dead_letter""".formatted(key, state, topic, settledDaysAgo));
    }

    private void task(String key, String state, int deadlineDaysAgo) {
        database.execute("""
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline, state)
                VALUES (gen_random_uuid(), 'call', '%s', '{}', '{}', now(), now() - interval '%d days', '%s')""".formatted(key, deadlineDaysAgo, state));
    }
}
