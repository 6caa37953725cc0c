package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Task;
import dev.orderflow.devservices.system.Service;
import java.util.List;

/** The calls that services still owe, and those that they gave up. What was done has no row. */
record Tasks(Database database) {

    private static final String LEFT = "SELECT kind, key, state, attempt, last_error FROM task ORDER BY created_at, id";

    List<Task> read() {
        return Service.withDatabase().stream()
                .flatMap(service -> of(service).stream())
                .toList();
    }

    private List<Task> of(Service service) {
        return database.read(
                service,
                LEFT,
                row -> new Task(
                        service,
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("state"),
                        row.getInt("attempt"),
                        row.getString("last_error")));
    }
}
