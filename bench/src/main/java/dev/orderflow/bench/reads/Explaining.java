package dev.orderflow.bench.reads;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.bench.load.Caller;
import dev.orderflow.devservices.process.PartFailed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Finds what each read asks of the database, in the words of the service itself: calls it some times, one after the other,
 * and takes from the server's log what was carried out as often meanwhile. What services do by themselves all the time is
 * known by then and left out.
 */
final class Explaining {

    /** More than the five after which a connection may settle on one plan for all parameters. */
    private static final int WARM_UP = 12;

    private static final Duration QUIET = Duration.ofSeconds(6);

    /** What all services do a minute after their start, and once an hour: at that moment as often as what is read. */
    private static final Pattern UPKEEP = Pattern.compile(
            "\\b(ensure_partitions|months_before|is_unpublished|drop_month|pg_try_advisory_lock|pg_advisory_unlock)\\(");

    private final Caller caller;
    private final PlanLog log;
    private final int calls;
    private final Set<String> background;

    private Explaining(Caller caller, PlanLog log, int calls, Set<String> background) {
        this.caller = caller;
        this.log = log;
        this.calls = calls;
        this.background = background;
    }

    /**
     * Nobody may call the services while this listens to what they do by themselves.
     *
     * @param calls of each read that are looked at
     */
    static Explaining of(Caller caller, PlanLog log, int calls) {
        log.mark();
        LockSupport.parkNanos(QUIET.toNanos());
        return new Explaining(
                caller, log, calls, log.read().stream().map(Executed::text).collect(toSet()));
    }

    List<Statement> statements(Read read) {
        call(read, WARM_UP);
        log.mark();
        call(read, calls);
        return log.read().stream()
                .filter(each -> !background.contains(each.text()))
                .filter(each -> !UPKEEP.matcher(each.text()).find())
                .collect(groupingBy(Executed::text, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .filter(executions -> executions.size() >= calls / 2)
                .map(Statement::new)
                .toList();
    }

    private void call(Read read, int times) {
        for (int n = 0; n < times; n++) {
            var answer = Caller.await(caller.call(read.call(n)));
            if (answer.status() != read.status()) {
                throw new PartFailed("%s %s: answered %d, not %d: %s"
                        .formatted(
                                read.service().module(), read.name(), answer.status(), read.status(), answer.body()));
            }
        }
    }
}
