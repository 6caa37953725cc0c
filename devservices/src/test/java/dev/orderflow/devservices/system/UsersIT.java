package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.process.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users are processes, as dev modes are; Redis alone stands for the parts, since it starts the fastest. */
class UsersIT {

    private static final int PORT_OFFSET = 23_000;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    private OrderflowSystem system;

    @BeforeEach
    void own() {
        system = OrderflowSystem.of(Options.at(data, PORT_OFFSET)).ownedByThisJvm();
    }

    @AfterEach
    void stop() {
        system.stop();
    }

    @Test
    void shareOneProcessThatTheLastToLeaveEnds() throws Exception {
        Process first = user();
        Optional<Long> redis = redis();
        Process second = user();
        assertThat(redis()).isPresent().isEqualTo(redis);

        assertThat(leave(first)).isZero();
        assertThat(redis()).isEqualTo(redis);

        assertThat(leave(second)).isZero();
        assertThat(system.isRunning()).isFalse();
    }

    @Test
    void areLeftForWhenTheyAreKilled() throws Exception {
        Process first = user();
        Process second = user();
        Optional<Long> redis = redis();

        first.destroyForcibly().waitFor();
        await().atMost(SOON).until(() -> system.users().living().size() == 1);
        assertThat(leave(user())).isZero();
        assertThat(redis()).isPresent().isEqualTo(redis);

        second.destroyForcibly().waitFor();
        await().atMost(SOON).until(() -> !system.isRunning());
    }

    @Test
    void endNothingThatWasLeftRunning() throws Exception {
        system.users().join(Users.LAUNCHER);
        system.startInfrastructure(Set.of("redis"));
        Optional<Long> redis = redis();
        system.users().leaveRunning();

        assertThat(leave(user())).isZero();
        assertThat(redis()).isPresent().isEqualTo(redis);

        system.users().dismiss();
        assertThat(system.isRunning()).isFalse();
    }

    @Test
    void findAFreshProcessAfterOneThatNobodyUses() throws Exception {
        system.start("redis");
        Optional<Long> left = redis();

        Process user = user();

        assertThat(redis()).isPresent().isNotEqualTo(left);
        leave(user);
    }

    private Optional<Long> redis() {
        return system.status().stream()
                .filter(part -> part.name().equals("redis"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** Returns when it has joined. */
    private Process user() throws IOException {
        List<String> command = new ArrayList<>(Installation.java(
                List.of(), UserProcess.class, data.toString(), Integer.toString(PORT_OFFSET), "redis"));
        int classPath = command.indexOf("-cp") + 1;
        command.set(classPath, testClasses() + ":" + command.get(classPath));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo(UserProcess.JOINED);
        return process;
    }

    private static int leave(Process user) throws Exception {
        user.getOutputStream().close();
        return user.waitFor();
    }

    private static Path testClasses() {
        return Installation.home().resolve("devservices/target/test-classes");
    }
}
