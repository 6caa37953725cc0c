package dev.orderflow.bench.reads;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.bench.data.DataPlan;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.Request;
import dev.orderflow.bench.postgres.Server;
import dev.orderflow.bench.testing.FilledSystem;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What Postgres does for every list and every get, in the services' own statements, on tables that are so large that the
 * planner would rather read a whole one than go without its index. A new operation, or another plan, needs a line in
 * {@code read-plans.csv}.
 */
class ReadPlansIT {

    private static final int PORT_OFFSET = 21_700;
    private static final DataPlan PLAN =
            new DataPlan(30_000, 1, Instant.now().truncatedTo(ChronoUnit.MILLIS), Duration.ofDays(365));

    private static final int CALLS = 10;

    /** A page's next begins with one row more; a row can have a few of another table. */
    private static final int SMALL = 5;

    /** Down an index to a row and to the row itself; and as much again for those that are not wanted or gone. */
    private static final int PAGES_OF_A_ROW = 10;

    /** What asks the database for nothing. */
    private static final Set<String> NO_LISTS = Set.of("/problems", "/problems/{name}", "/notifications/live");

    /**
     * A table of one row needs no index. Payment's schedule asks for it too, in the same words: it hangs on the moment
     * whether that is taken for the schedule's.
     */
    private static final List<String> ONE_ROW = List.of("Seq Scan reconciliation");

    private static FilledSystem filled;
    private static List<Read> reads;
    private static Map<String, List<Statement>> statements;

    @BeforeAll
    static void explain() throws IOException, InterruptedException {
        filled = FilledSystem.of("read-plans", PORT_OFFSET, quiet(), PLAN);
        var system = filled.system();
        try (var server = Server.telling(system);
                var caller = new Caller(4)) {
            system.startServices();
            reads = Reading.reads(system, filled.of(Service.ORDER));
            server.explain(true);
            var explaining = Explaining.of(caller, new PlanLog(system.log("postgres")), CALLS);
            statements = reads.stream().collect(toMap(ReadPlansIT::name, read -> ours(explaining.statements(read))));
        }
    }

    /** Now and then a service asks which partitions it has. */
    private static List<Statement> ours(List<Statement> found) {
        return found.stream()
                .filter(each -> each.worst().access().stream().noneMatch(access -> access.contains(" pg_")))
                .filter(each -> !ONE_ROW.equals(each.worst().access()))
                .toList();
    }

    private static Map<String, String> quiet() {
        var variables = new HashMap<>(Reading.READ_ONLY);
        variables.put("ORDERFLOW_ORDER_SWEEPER_ENABLED", "false");
        return variables;
    }

    @AfterAll
    static void stop() {
        filled.system().stop();
    }

    /**
     * @param unwanted how many rows it may read and leave out: those of a filter that no index serves
     * @param indexes by which its tables are got at; nothing if none is
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/read-plans.csv", delimiter = '|', numLinesToSkip = 1, emptyValue = "")
    void readsItsOwnRowsByItsIndex(String service, String read, long unwanted, String indexes) {
        var asked = statements.get(service + ": " + read);

        assertThat(asked).as("a read of that name").isNotNull();
        assertThat(indexes(asked)).isEqualTo(indexes == null ? "" : indexes);
        assertThat(asked).map(Statement::worst).allSatisfy(plan -> {
            assertThat(plan.discarded()).as("unwanted rows").isLessThanOrEqualTo(unwanted + SMALL);
            assertThat(plan.rowsRead()).as("rows").isLessThanOrEqualTo(plan.returned() + unwanted + SMALL);
            assertThat(plan.sorted()).as("sorted rows").isLessThanOrEqualTo(plan.returned() + SMALL);
            assertThat(plan.pages()).as("pages").isLessThanOrEqualTo(PAGES_OF_A_ROW * (plan.rowsRead() + 1));
        });
    }

    /** A page behind the end of its list would be fast for having nothing on it. */
    @Test
    void everyDeepPageHasSomethingOnIt() {
        assertThat(statements.entrySet())
                .filteredOn(asked -> asked.getKey().endsWith("deep page"))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.getValue())
                        .anySatisfy(each -> assertThat(each.worst().returned()).isPositive()));
    }

    @Test
    void everyReadIsExpectedToBeReadSomehow() throws IOException {
        try (var lines = getClass().getResourceAsStream("/read-plans.csv")) {
            var expected = new String(lines.readAllBytes())
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\\|"))
                    .map(columns -> columns[0].strip() + ": " + columns[1].strip());
            assertThat(expected).containsExactlyInAnyOrderElementsOf(statements.keySet());
        }
    }

    @Test
    void everyGetOfTheServedDescriptionsIsAmongThem() {
        var asked = reads.stream()
                .map(read -> URI.create(read.call(0).url()).getPath())
                .collect(Collectors.toSet());

        assertThat(Service.withDatabase().stream().flatMap(ReadPlansIT::gets).distinct())
                .filteredOn(template -> asked.stream().noneMatch(pattern(template)))
                .isEmpty();
    }

    /** What every service has is asked of each of them, or its details of one. */
    private static Stream<String> gets(Service service) {
        return description(service).path("paths").properties().stream()
                .filter(path -> path.getValue().has("get") && !NO_LISTS.contains(path.getKey()))
                .map(Map.Entry::getKey);
    }

    private static Predicate<String> pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+")).asMatchPredicate();
    }

    private static JsonNode description(Service service) {
        try (var caller = new Caller(1)) {
            var address = filled.system().url(service) + "/q/openapi?format=json";
            return Json.readOrMissing(Caller.await(caller.call(Request.get(address, Map.of())))
                    .body()
                    .getBytes());
        }
    }

    private static String name(Read read) {
        return read.service().module() + ": " + read.name();
    }

    private static String indexes(List<Statement> asked) {
        return asked.stream()
                .flatMap(each -> each.worst().access().stream())
                .map(ReadPlansIT::index)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" + "));
    }

    /** A few rows of an index may come by a bitmap as well. What has no index keeps its name. */
    private static String index(String access) {
        return access.replaceFirst("^(Index Scan|Index Only Scan|Bitmap Heap Scan \\S+ by) ", "");
    }
}
