package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Part;
import java.util.Optional;

/**
 * A part as it is now.
 *
 * @param pid empty if it does not run
 * @param ready whether it answers
 */
public record PartStatus(String name, int port, Optional<Long> pid, boolean ready) {

    static PartStatus of(Part part) {
        Optional<Long> pid = part.process().find().map(ProcessHandle::pid);
        return new PartStatus(part.name(), part.port(), pid, pid.isPresent() && part.isReady());
    }

    /** Ready, starting or down, in a word. */
    public String word() {
        return ready ? "ready" : pid.isPresent() ? "not ready" : "down";
    }
}
