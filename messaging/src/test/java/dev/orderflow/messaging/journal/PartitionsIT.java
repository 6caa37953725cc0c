package dev.orderflow.messaging.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.testing.Database;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The months ahead have their partitions, whoever makes them, and whatever a wrong clock has left behind. */
class PartitionsIT {

    private final Database database = Database.create();

    @Test
    void areThereForTheComingMonths() {
        assertThat(partitions("journal")).hasSize(1 + 3);
        assertThat(partitions("inbox")).hasSize(1 + 3);

        database.execute("SELECT ensure_partitions(5)");

        assertThat(partitions("journal")).hasSize(1 + 6);
    }

    @Test
    void mayBeMadeByAllReplicasAtOnce() {
        var replicas = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> database.execute("SELECT ensure_partitions(8)"), Thread::startVirtualThread))
                .limit(8)
                .toList();

        replicas.forEach(CompletableFuture::join);
        assertThat(partitions("inbox")).hasSize(1 + 9);
    }

    /** A row from the future went to the default partition, and its month can't be cut out of it any more. */
    @Test
    void areMadeForTheOtherMonthsAfterAClockWasWrong() {
        database.execute("""
                INSERT INTO journal (event_id, key, version, type, data_version, payload, headers, recorded_at)
                VALUES (gen_random_uuid(), 'k', 1, 't', 1, '{}', '{}', now() + interval '4 months')""");

        database.execute("SELECT ensure_partitions(6)");

        assertThat(partitions("journal")).hasSize(1 + 6);
        assertThat(partitions("inbox")).hasSize(1 + 7);
    }

    /** Writers and the relay go on meanwhile: an open transaction that has appended does not hold up the keeper. */
    @Test
    void areMadeWhileTheJournalIsInUse() throws Exception {
        try (var writer = database.connect()) {
            writer.setAutoCommit(false);
            Database.execute(writer, """
                    INSERT INTO journal (event_id, key, version, type, data_version, payload, headers)
                    VALUES (gen_random_uuid(), 'k', 1, 't', 1, '{}', '{}')""");

            database.execute("SET lock_timeout = '2s'; SELECT ensure_partitions(4)");

            assertThat(partitions("journal")).hasSize(1 + 5);
            writer.commit();
        }
    }

    @Test
    void takeEventsWithIdsOfTheirMonth() {
        database.execute("""
                INSERT INTO inbox SELECT (overlay(uuidv7()::text placing '7' from 15 for 1))::uuid
                FROM generate_series(1, 100)""");

        assertThat(database.column("SELECT DISTINCT tableoid::regclass::text FROM inbox"))
                .singleElement()
                .asString()
                .matches("inbox_\\d{6}");
    }

    @Test
    void takeAnyOtherIdInTheDefault() {
        database.execute("INSERT INTO inbox VALUES ('ffffffff-ffff-4fff-bfff-ffffffffffff')");

        assertThat(database.column("SELECT tableoid::regclass::text FROM inbox"))
                .containsExactly("inbox_default");
    }

    private List<String> partitions(String table) {
        return database.column(
                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = '%s'::regclass".formatted(table));
    }
}
