package dev.orderflow.bench.start;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The memory that a process holds, as the operating system tells it. */
final class Resident {

    private static final Pattern SIZE = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private Resident() {}

    /** @throws PartFailed if it does not run */
    static long megabytes(Layout layout, String name) {
        long pid = new ChildProcess(layout, name)
                .find()
                .orElseThrow(() -> new PartFailed(name + " does not run"))
                .pid();
        try {
            return megabytes(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            throw new PartFailed(name + " has ended: " + e.getMessage(), e);
        }
    }

    /** Of proc(5)'s status. */
    static long megabytes(String status) {
        var found = SIZE.matcher(status);
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : 0;
    }
}
