package dev.orderflow.payment.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.testing.EmbeddedParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Postgres itself says it executed in one database, from the start of this log on. */
public final class StatementLog implements AutoCloseable {

    /** Written by {@code log_line_prefix=%m [%p] %d }; a statement goes on in lines that begin with a tab. */
    private static final Pattern STATEMENT =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (\\S+) LOG: +(?:(?:execute [^:]+|statement): )(.*)$");

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final Path file = parts.log(EmbeddedParts.Name.POSTGRES);
    private final String database;
    private final int from;

    private StatementLog(String database) throws IOException {
        this.database = database;
        this.from = Math.toIntExact(Files.size(file));
    }

    public static StatementLog start(String jdbcUrl) throws IOException {
        var log = new StatementLog(jdbcUrl.replaceAll(".*/([^?]+).*", "$1"));
        log.configure("ALTER SYSTEM SET log_statement = 'all'");
        await().until(log::isOn);
        return log;
    }

    /** The statements between BEGIN and COMMIT of the transactions with such a statement, once there is one. */
    public List<List<String>> transactionsWith(String statement) {
        return await().until(() -> find(statement), found -> !found.isEmpty());
    }

    private List<List<String>> find(String text) throws IOException {
        Map<String, List<String>> open = new HashMap<>();
        List<List<String>> found = new ArrayList<>();
        var bytes = Files.readAllBytes(file);
        new String(bytes, from, bytes.length - from, UTF_8)
                .lines()
                .map(STATEMENT::matcher)
                .filter(line -> line.matches() && line.group(2).equals(database))
                .forEach(line -> take(open, found, text, line.group(1), line.group(3)));
        return found;
    }

    private static void take(
            Map<String, List<String>> open, List<List<String>> found, String text, String process, String statement) {
        if (statement.startsWith("BEGIN")) {
            open.put(process, new ArrayList<>());
        } else if (statement.startsWith("COMMIT")) {
            var transaction = open.getOrDefault(process, List.of());
            if (transaction.stream().anyMatch(each -> each.contains(text))) {
                found.add(transaction);
            }
            open.remove(process);
        } else {
            open.computeIfAbsent(process, key -> new ArrayList<>()).add(statement);
        }
    }

    /** A new connection that has the setting proves that Postgres has told those that were there before. */
    private boolean isOn() throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(parts.postgresPort());
        try (var connection = DriverManager.getConnection(url, "postgres", Postgres.PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW log_statement")) {
            return rows.next() && rows.getString(1).equals("all");
        }
    }

    private void configure(String setting) {
        var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(parts.postgresPort());
        try (var connection = DriverManager.getConnection(url, "postgres", Postgres.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new AssertionError(setting, e);
        }
    }

    @Override
    public void close() {
        configure("ALTER SYSTEM RESET log_statement");
    }
}
