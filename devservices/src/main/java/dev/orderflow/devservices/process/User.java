package dev.orderflow.devservices.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM that uses a system. A stranger that was given its pid since is told by the time of its start.
 *
 * @param name what it is to people: a service in dev mode by its name, or a launcher
 */
public record User(String name, long pid, Instant start) {

    private static final Pattern TEXT = Pattern.compile("(.+)-(\\d+)-(\\d+)");

    /** Wide enough for a clock that is corrected, far narrower than the reuse of a pid. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

    public static User thisJvm(String name) {
        ProcessHandle current = ProcessHandle.current();
        return new User(name, current.pid(), current.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The reverse of {@link #text()}. */
    public static Optional<User> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new User(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(3)))))
                : Optional.empty();
    }

    /** A file name that says it all: it appears complete or not at all. */
    public String text() {
        return name + "-" + pid + "-" + start.toEpochMilli();
    }

    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessRecord::isRunning)
                .filter(this::startedThen)
                .isPresent();
    }

    private boolean startedThen(ProcessHandle handle) {
        Instant actual = handle.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(start, actual).abs().compareTo(START_TOLERANCE) < 0;
    }
}
