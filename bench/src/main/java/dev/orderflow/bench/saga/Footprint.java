package dev.orderflow.bench.saga;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * All that the system has used up to a moment, by process, and what it has written.
 *
 * @param processes by name: the services, what they need, the outside parties, and this load generator
 * @param walBytes what Postgres has to write ahead
 * @param written what it has written
 * @param kafkaBytes records in Kafka's log
 * @param transactions that were committed in the services' databases
 * @param statements that were carried out in the services' databases
 */
record Footprint(
        Map<String, Usage> processes,
        long walBytes,
        Written written,
        long kafkaBytes,
        long transactions,
        Statements statements) {

    /** Summed to what an order costs. */
    static final List<String> SYSTEM = List.of(
            "order",
            "inventory",
            "payment",
            "shipping",
            "notification",
            "loyalty",
            "analytics",
            "kafka",
            "postgres",
            "redis");

    /**
     * Who carries an order out: the five services, and what they need. Those that read beside them, loyalty and analytics,
     * are not in it; what Kafka and Postgres do for those is.
     */
    static final List<String> FIVE =
            List.of("order", "inventory", "payment", "shipping", "notification", "kafka", "postgres", "redis");

    /** Not ours in production. */
    static final List<String> OTHERS = List.of("payment-provider", "carrier", "mail", "issuer", "traces");

    static final String GENERATOR = "generator";

    private static final String COUNTS = """
            SELECT pg_current_wal_lsn() - '0/0' AS wal,
                   (SELECT sum(xact_commit) FROM pg_stat_database WHERE datname LIKE 'orderflow%') AS transactions""";

    static Footprint of(OrderflowSystem system) {
        var processes = new LinkedHashMap<String, Usage>();
        Stream.concat(SYSTEM.stream(), OTHERS.stream())
                .forEach(name -> processes.put(
                        name,
                        Usage.of(new ChildProcess(system.layout(), name).pids().toList())));
        processes.put(GENERATOR, Usage.of(ProcessHandle.current().pid()));
        try (var connection = DriverManager.getConnection(server(system), "postgres", Postgres.PASSWORD);
                var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            return new Footprint(
                    processes,
                    row.getLong("wal"),
                    Written.of(connection),
                    kafkaLog(system),
                    row.getLong("transactions"),
                    Statements.of(system));
        } catch (SQLException e) {
            throw new PartFailed("Postgres does not tell what it has done: " + e.getMessage(), e);
        }
    }

    private static String server(OrderflowSystem system) {
        return system.endpoints().jdbcUrl(Service.ORDER).replaceAll("/[^/]+$", "/postgres");
    }

    /** Segments only: indexes are made as large as they may become. */
    private static long kafkaLog(OrderflowSystem system) {
        try (var files = Files.walk(system.layout().data("kafka"))) {
            return files.filter(file -> file.toString().endsWith(".log") && isTopic(file))
                    .mapToLong(Footprint::size)
                    .sum();
        } catch (IOException e) {
            throw new PartFailed("Kafka's log can't be read: " + e.getMessage(), e);
        }
    }

    /** Not Kafka's own, of offsets and of the cluster. */
    private static boolean isTopic(Path segment) {
        return !segment.getParent().getFileName().toString().startsWith("__");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException rolled) {
            return 0;
        }
    }

    Footprint minus(Footprint earlier) {
        var used = new LinkedHashMap<String, Usage>();
        processes.forEach((name, usage) -> used.put(name, usage.minus(earlier.processes.get(name))));
        return new Footprint(
                used,
                walBytes - earlier.walBytes,
                written.minus(earlier.written),
                kafkaBytes - earlier.kafkaBytes,
                transactions - earlier.transactions,
                statements.minus(earlier.statements));
    }

    /** Of services, broker, database and cache together. */
    long systemCpuMillis() {
        return sum(SYSTEM, Usage::cpuMillis);
    }

    /** The same without loyalty and analytics. */
    long cpuMillisOfTheFive() {
        return sum(FIVE, Usage::cpuMillis);
    }

    /** What of it the compilers of services and broker took, whose work has an end. */
    long compilerMillis() {
        return sum(SYSTEM, Usage::compilerMillis);
    }

    private long sum(List<String> names, ToLongFunction<Usage> part) {
        return names.stream().map(processes::get).mapToLong(part).sum();
    }
}
