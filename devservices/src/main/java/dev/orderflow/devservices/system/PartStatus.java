package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.User;
import java.util.List;
import java.util.Optional;

/**
 * A part as it is now.
 *
 * @param pid empty if it does not run
 * @param ready whether it answers
 */
public record PartStatus(String name, int port, Optional<Long> pid, boolean ready) {

    /** A service in dev mode is no process of ours, but a user by its name. */
    static PartStatus of(Part part, List<User> users) {
        Optional<Long> pid = part.process()
                .find()
                .map(ProcessHandle::pid)
                .or(() -> users.stream()
                        .filter(user -> user.name().equals(part.name()))
                        .map(User::pid)
                        .findFirst());
        return new PartStatus(part.name(), part.port(), pid, pid.isPresent() && part.isReady());
    }

    /** Ready, starting or down, in a word. */
    public String word() {
        return ready ? "ready" : pid.isPresent() ? "not ready" : "down";
    }
}
