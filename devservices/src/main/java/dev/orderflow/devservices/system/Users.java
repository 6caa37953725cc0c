package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Aftermath;
import dev.orderflow.devservices.process.ExclusiveFile;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who uses a system: any number of dev modes and at most one launcher, each registered by a file. The last to leave ends
 * it, and for one that was killed its {@link Farewell} leaves. A system that was left running counts as used.
 */
public final class Users {

    /** The name under which {@code ./run} is registered; a dev mode has that of its service. */
    public static final String LAUNCHER = "run";

    private final OrderflowSystem system;
    private final Listener listener;
    private final Options options;
    private final ExclusiveFile lock;
    private final Path directory;
    private final Path leftRunning;

    Users(OrderflowSystem system, Options options, Listener listener) {
        this.system = system;
        this.options = options;
        this.listener = listener;
        this.lock = system.lock();
        this.directory = system.layout().run().resolve("users");
        this.leftRunning = directory.resolve("left-running");
    }

    /** From now on this JVM is a user. What runs though nobody uses it was left by a crash, and is ended first. */
    public void join(String name) {
        User user = User.thisJvm(name);
        lock.during(() -> {
            if (living().isEmpty() && !isLeftRunning() && system.isRunning()) {
                listener.cleaningUp();
                system.stop();
            }
            write(directory.resolve(user.text()));
        });
        Aftermath.run(directory.resolve(user.text()), Farewell.command(options, user), system.log("farewell"));
    }

    /** From now on this JVM is no user. If it was the last, everything has ended on return. */
    public void leave() {
        leave(ProcessHandle.current().pid());
    }

    /** A launcher takes the services with it, whoever uses the rest, unless it was to leave them running. */
    void leave(long pid) {
        lock.during(() -> {
            if (isLauncher(pid) && !isLeftRunning()) {
                system.stopServices();
            }
            forget(user -> user.pid() == pid);
            endIfUnused();
        });
    }

    private boolean isLauncher(long pid) {
        return registered().stream()
                .anyMatch(user -> user.pid() == pid && user.name().equals(LAUNCHER));
    }

    /** From now on this JVM is no user, but the system goes on until it is taken over or dismissed. */
    public void leaveRunning() {
        lock.during(() -> {
            write(leftRunning);
            forget(user -> user.pid() == ProcessHandle.current().pid());
        });
    }

    public boolean isLeftRunning() {
        return Files.exists(leftRunning);
    }

    /** A system that was left running ends with its users again. */
    public void takeOver() {
        lock.during(() -> delete(leftRunning));
    }

    /** Ends the services, whoever has started them, and the rest unless a dev mode uses it. */
    public void dismiss() {
        lock.during(() -> {
            delete(leftRunning);
            forget(user -> user.name().equals(LAUNCHER));
            system.stopServices();
            endIfUnused();
        });
    }

    /**
     * Ends everything and does what needs that, while nobody can join. Nothing is done while a dev mode lives.
     *
     * @throws PartFailed naming the dev mode
     */
    public void dismissAll(Runnable then) {
        lock.during(() -> {
            living().stream()
                    .filter(user -> !user.name().equals(LAUNCHER))
                    .findFirst()
                    .ifPresent(Users::refuse);
            delete(leftRunning);
            forget(user -> true);
            system.stop();
            then.run();
        });
    }

    private static void refuse(User user) {
        throw new PartFailed(
                "the data are used by " + user.name() + " in dev mode (pid " + user.pid() + "); end it first");
    }

    /** Those that live. */
    public List<User> living() {
        return registered().stream().filter(User::isAlive).toList();
    }

    private void endIfUnused() {
        if (living().isEmpty() && !isLeftRunning()) {
            system.stop();
        }
    }

    /** The dead are forgotten as well. */
    private void forget(Predicate<User> whom) {
        registered().stream()
                .filter(user -> whom.test(user) || !user.isAlive())
                .forEach(user -> delete(directory.resolve(user.text())));
    }

    private List<User> registered() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> User.parse(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(User::text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file) {
        try {
            Files.createDirectories(directory);
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
