package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.testing.Database;
import org.junit.jupiter.api.Test;

class TasksIT {

    private final Database database = Database.create();

    @Test
    void claimsWithoutReadingTasksThatAreDueLater() throws Exception {
        try (var connection = database.connect()) {
            Database.execute(connection, "SET enable_seqscan = off");
            var claim = Tasks.CLAIM
                    .replace("$1", "ARRAY['call']")
                    .replace("$2", "1000")
                    .replace("$3", "10");

            var plan = Database.column(connection, "EXPLAIN " + claim);

            assertThat(plan).anyMatch(line -> line.contains("Index Cond: (due_at <= "));
        }
    }
}
