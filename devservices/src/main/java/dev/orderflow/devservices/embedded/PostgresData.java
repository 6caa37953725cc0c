package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data directory of a server that does not run. */
record PostgresData(Path root) {

    private static final String SUPERUSER = "postgres";

    Path db() {
        return root.resolve("db");
    }

    /**
     * Creates the cluster unless it is there. It is built beside its place and renamed, so that an initialisation that
     * was cut short is begun again instead of being taken for a cluster.
     */
    void initialise(PostgresPrograms programs) {
        if (Files.isDirectory(db())) {
            return;
        }
        Path fresh = root.resolve("db.new");
        try {
            Trees.delete(fresh);
            programs.account().own(Files.createDirectories(fresh));
            Path password = Files.writeString(root.resolve("password"), Postgres.PASSWORD);
            programs.run("initdb", arguments(fresh, password));
            Files.delete(password);
            Files.move(fresh, db());
        } catch (IOException e) {
            throw new PartFailed("postgres: " + root + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** The lock file of a killed server stays; its pid may belong to another program by now. */
    void forgetDeadServer() {
        try {
            Files.deleteIfExists(lock());
        } catch (IOException e) {
            throw new PartFailed("postgres: " + lock() + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** Whether no process works on these data any more. */
    boolean isAbandoned() {
        String directory = db().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .noneMatch(process -> directory.equals(workingDirectory(process.pid())));
    }

    private Path lock() {
        return db().resolve("postmaster.pid");
    }

    private static String workingDirectory(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<String> arguments(Path directory, Path password) {
        return List.of(
                "--pgdata=" + directory,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }
}
