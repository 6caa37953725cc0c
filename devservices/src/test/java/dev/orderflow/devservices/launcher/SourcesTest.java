package dev.orderflow.devservices.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    private Path home;

    private Sources sources;

    @BeforeEach
    void build() throws Exception {
        sources = new Sources(home);
        file("order/src/main/java/Order.java", NOW.minus(Duration.ofHours(2)));
        file("messaging/src/main/java/Relay.java", NOW.minus(Duration.ofHours(2)));
        file("order/target/quarkus-app/quarkus-run.jar", NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void seeABuildThatIsYoungerThanTheSources() {
        assertThat(sources.isBuilt("order")).isTrue();
        assertThat(sources.isBuilt("payment")).isFalse();
    }

    @Test
    void seeAChangeInWhatAServiceIsMadeOf() throws Exception {
        file("messaging/src/main/java/Relay.java", NOW);
        assertThat(sources.isBuilt("order")).isFalse();

        sources.stamp();
        assertThat(sources.isBuilt("order")).isTrue();
    }

    @Test
    void tellWhatAJvmCanCacheFromThePlainApplication() throws Exception {
        assertThat(sources.isAotBuilt(Service.ORDER)).isFalse();

        file("order/target/aot/quarkus-run.jar", NOW.minus(Duration.ofHours(3)));
        assertThat(sources.isAotBuilt(Service.ORDER)).isFalse();

        sources.stampAot();
        assertThat(sources.isAotBuilt(Service.ORDER)).isTrue();
    }

    @Test
    void leaveTestsAndOtherServicesAside() throws Exception {
        file("order/src/test/java/OrderTest.java", NOW);
        file("payment/src/main/java/Payment.java", NOW);
        assertThat(sources.isBuilt("order")).isTrue();
    }

    private void file(String name, Instant modified) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        // A folder is as young as what was last added to it or deleted from it.
        for (Path path = file; !path.equals(home); path = path.getParent()) {
            Files.setLastModifiedTime(path, FileTime.from(modified));
        }
    }
}
