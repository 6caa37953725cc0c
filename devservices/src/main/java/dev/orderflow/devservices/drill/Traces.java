package dev.orderflow.devservices.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.devservices.drill.check.Observations.Trace;
import dev.orderflow.devservices.drill.fault.TopicReader;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for words that only erased customers used: in each text and each byte that a service's database has, on the
 * topics, in the services' logs. The orders' own topic holds what was published before, for as long as it is kept.
 */
record Traces(Database database, OrderflowSystem system, int replicas) {

    private static final List<String> TOPICS = Stream.concat(
                    Stream.of(
                            "customer-events",
                            "inventory-events",
                            "product-events",
                            "payment-events",
                            "shipping-events",
                            "user-notifications",
                            "analytics-1-orders-changelog",
                            "analytics-1-figures-changelog",
                            "analytics-1-customers-changelog"),
                    Service.withDatabase().stream().map(service -> service.module() + "-dead-letters"))
            .toList();

    /** A query for each table, which counts the rows that have such a word in any of their columns. */
    private static final String QUERIES = """
            SELECT format('SELECT %%L AS place, count(*) AS found FROM %%I WHERE %%s', t.relname, t.relname,
                          string_agg(format(CASE WHEN c.data_type = 'bytea' THEN $q$encode(%%I, 'escape') ~ '%1$s'$q$
                                                 ELSE $q$%%I::text ~ '%1$s'$q$ END, c.column_name), ' OR '))
            FROM pg_class t JOIN information_schema.columns c
              ON c.table_name = t.relname AND c.table_schema = 'public'
            WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
              AND c.data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')
            GROUP BY t.relname ORDER BY t.relname""";

    /** @param words what to look for; letters and digits only */
    List<Trace> of(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String any = String.join("|", words);
        return Stream.of(inTables(any), onTopics(Pattern.compile(any)), inLogs(Pattern.compile(any)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Trace> inTables(String any) {
        return Service.withDatabase().stream()
                .flatMap(service -> tables(service, any).stream())
                .toList();
    }

    private List<Trace> tables(Service service, String any) {
        List<String> queries = database.read(service, QUERIES.formatted(any), row -> row.getString(1));
        return database
                .read(
                        service,
                        String.join(" UNION ALL ", queries),
                        row -> found(service, row.getString(1), row.getLong(2)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Trace> found(Service service, String table, long rows) {
        return rows == 0
                ? Optional.empty()
                : Optional.of(new Trace("table " + table + " of " + service.module(), rows + " rows"));
    }

    private List<Trace> onTopics(Pattern any) {
        List<Trace> traces = new ArrayList<>();
        new TopicReader(system.endpoints().kafkaBootstrap()).read(TOPICS, event -> {
            byte[] value = event.value() == null ? new byte[0] : event.value();
            Matcher match = any.matcher(new String(value, UTF_8));
            if (match.find()) {
                traces.add(new Trace("topic " + event.topic(), match.group()));
            }
        });
        return traces;
    }

    private List<Trace> inLogs(Pattern any) {
        return Stream.of(Service.values())
                .flatMap(service -> IntStream.rangeClosed(1, replicas).mapToObj(service::replica))
                .filter(name -> Files.exists(system.log(name)))
                .flatMap(name -> lines(name, any).stream())
                .toList();
    }

    private List<Trace> lines(String name, Pattern any) {
        Path log = system.log(name);
        // A process that was killed may have written half a character; the words are plain letters.
        try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
            return lines.map(any::matcher)
                    .filter(Matcher::find)
                    .map(match -> new Trace("log of " + name, match.group()))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new PartFailed(log + " can't be read: " + e.getMessage(), e);
        }
    }
}
