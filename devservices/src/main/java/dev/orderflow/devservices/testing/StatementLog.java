package dev.orderflow.devservices.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.process.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Postgres itself says it executed in one database, from the start of this log on. */
public final class StatementLog implements AutoCloseable {

    /** Written by {@code log_line_prefix=%m [%p] %d }; a statement goes on in lines that begin with a tab. */
    private static final Pattern ENTRY =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (\\S+) (LOG|DETAIL): +(?:(?:execute [^:]+|statement): )?(.*)$");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final Path file = parts.log(EmbeddedParts.Name.POSTGRES);
    private final String database;
    private final int from;

    private StatementLog(String database) throws IOException {
        this.database = database;
        this.from = Math.toIntExact(Files.size(file));
    }

    /** Of the database that this URL names; every connection is logged when this returns. */
    public static StatementLog start(String jdbcUrl) throws IOException {
        var log = new StatementLog(jdbcUrl.replaceAll(".*/([^?]+).*", "$1"));
        log.configure("ALTER SYSTEM SET log_statement = 'all'");
        if (!Wait.until(log::isOn, PATIENCE)) {
            throw new AssertionError("Postgres logs no statements");
        }
        return log;
    }

    /** Like {@link #transactionsWith}, and the first of them. */
    public List<String> transactionWith(String... texts) {
        return transactionsWith(texts).getFirst();
    }

    /**
     * The statements between BEGIN and COMMIT of each transaction that has all these texts, in its statements or their
     * parameters; waits until there is one that has ended.
     */
    public List<List<String>> transactionsWith(String... texts) {
        if (!Wait.until(() -> !find(texts).isEmpty(), PATIENCE)) {
            throw new AssertionError("no transaction with " + Arrays.toString(texts));
        }
        return find(texts);
    }

    /** How many statements with this text have been executed so far. */
    public long count(String text) {
        return entries().stream()
                .filter(each -> !each.detail && each.text.contains(text))
                .count();
    }

    private List<List<String>> find(String... texts) {
        Map<String, List<Entry>> open = new HashMap<>();
        List<List<String>> found = new ArrayList<>();
        for (var entry : entries()) {
            var transaction = open.computeIfAbsent(entry.process, process -> new ArrayList<>());
            if (entry.text.startsWith("BEGIN")) {
                transaction.clear();
            } else if (!entry.text.startsWith("COMMIT")) {
                transaction.add(entry);
            } else if (Arrays.stream(texts).allMatch(text -> has(transaction, text))) {
                found.add(statements(transaction));
            }
        }
        return found;
    }

    private static boolean has(List<Entry> transaction, String text) {
        return transaction.stream().anyMatch(entry -> entry.text.contains(text));
    }

    private static List<String> statements(List<Entry> transaction) {
        return transaction.stream()
                .filter(each -> !each.detail)
                .map(each -> each.text)
                .toList();
    }

    private List<Entry> entries() {
        try {
            var bytes = Files.readAllBytes(file);
            var written = new String(bytes, from, bytes.length - from, UTF_8);
            return written.lines()
                    .map(ENTRY::matcher)
                    .filter(line -> line.matches() && line.group(2).equals(database))
                    .map(line -> new Entry(line.group(1), line.group(3).equals("DETAIL"), line.group(4)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new connection that has the setting proves that Postgres has told those that were there before. */
    private boolean isOn() {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW log_statement")) {
            return rows.next() && rows.getString(1).equals("all");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void configure(String setting) {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new AssertionError(setting, e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(parts.postgresPort()),
                "postgres",
                Postgres.PASSWORD);
    }

    @Override
    public void close() {
        configure("ALTER SYSTEM RESET log_statement");
    }

    private record Entry(String process, boolean detail, String text) {}
}
