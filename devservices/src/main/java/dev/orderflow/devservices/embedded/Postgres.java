package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.Launch;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Postgres server on the loopback address, as durable as one in production: what was committed survives SIGKILL and a
 * restart on the same data. It is started on the data that it finds, and initialises an empty directory first. Clients
 * are {@code orderflow} / {@code orderflow}, the owner of its databases but no superuser.
 */
public record Postgres(Layout layout, int port) implements Part {

    public static final String USER = "orderflow";
    public static final String PASSWORD = "orderflow";

    private static final String NAME = "postgres";
    private static final Duration INHERITANCE_TIMEOUT = Duration.ofSeconds(10);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChildProcess process() {
        return new ChildProcess(layout, NAME);
    }

    @Override
    public void launch() {
        PostgresPrograms programs = new PostgresPrograms(Account.choose());
        PostgresData data = new PostgresData(layout.data(NAME));
        data.initialise(programs);
        data.forgetDeadServer();
        // The last children of a killed server may still hold its memory for a moment: the server then refuses to
        // start.
        Wait.until(() -> data.isAbandoned(), INHERITANCE_TIMEOUT);
        process().start(Launch.of(programs.command("postgres", arguments())));
    }

    /** Ready for statements, with the role of the clients in place. */
    @Override
    public boolean isReady() {
        return acceptsConnections() && new PostgresAdmin(port).ensureRole();
    }

    /** A fast shutdown: sessions are ended, a checkpoint is written. SIGTERM would wait for the sessions. */
    @Override
    public void stop() {
        process().stop("INT", Duration.ofSeconds(30));
    }

    /** Creates the database unless it is there. */
    public void ensureDatabase(String database) {
        new PostgresAdmin(port).ensureDatabase(database);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The server states in its lock file whether it takes connections; an older server's file has another pid. */
    private boolean acceptsConnections() {
        Path lock = layout.data(NAME).resolve("db").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(lock);
            return lines.size() > 7
                    && lines.get(7).strip().equals("ready")
                    && process().find().stream().anyMatch(it -> lines.getFirst().equals(Long.toString(it.pid())));
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("-D", layout.data(NAME).resolve("db").toString()));
        for (String setting : settings()) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    private List<String> settings() {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_prepared_transactions=0",
                "max_connections=200",
                "shared_buffers=256MB",
                "max_wal_size=2GB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] %d ");
    }
}
