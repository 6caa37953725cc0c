package dev.orderflow.devservices.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who listens on a port, where the system tells: Linux, and only about processes of the same user. */
final class PortOwner {

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Such as {@code java (pid 4711)}. */
    static Optional<String> find(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> inode(Path.of(table), port).stream())
                .flatMap(inode -> ProcessHandle.allProcesses().filter(process -> holds(process.pid(), inode)))
                .findFirst()
                .map(PortOwner::describe);
    }

    /** The lines of the table are: number, local address, remote address, state, …, inode as the tenth. */
    private static Optional<String> inode(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                    .map(fields -> fields[9])
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static boolean holds(long pid, String inode) {
        Path target = Path.of("socket:[" + inode + "]");
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> target.equals(linkTarget(file)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static Path linkTarget(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException gone) {
            return null;
        }
    }

    private static String describe(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a process");
        return program + " (pid " + process.pid() + ")";
    }
}
