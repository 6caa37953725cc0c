package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.testing.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The system without its services: those are built after this module, and tested by system-tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderflowSystemIT {

    private static final int PORT_OFFSET = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private static Path data;

    private Options options;
    private OrderflowSystem system;

    @BeforeAll
    void start() {
        options = Options.at(data, PORT_OFFSET).withServices(List.of());
        system = OrderflowSystem.of(options).ownedByThisJvm();
        system.start();
    }

    @AfterAll
    void leavesNothingRunningWhenItIsStopped() {
        OrderflowSystem.of(options).stop();

        assertThat(system.isRunning()).isFalse();
        assertThat(system.wantedPorts())
                .hasSize(9)
                .allSatisfy(
                        (port, name) -> assertThat(Ports.isFree(port)).as(name).isTrue());
    }

    @Test
    void isTheSameSystemForEveryObjectWithItsData() throws Exception {
        assertThat(system.status()).hasSize(7);
        awaitReady();
        for (Service service : Service.withDatabase()) {
            DriverManager.getConnection(system.endpoints().jdbcUrl(service), "orderflow", "orderflow")
                    .close();
        }

        OrderflowSystem again = OrderflowSystem.of(options);
        List<Optional<Long>> before = pids(again);
        again.start();
        assertThat(pids(again)).isEqualTo(before);

        again.kill("redis");
        assertThat(status(system, "redis").word()).isEqualTo("down");
        again.start("redis");
        awaitReady();
    }

    /** A look at a part waits for half a second only. */
    private void awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> system.status().stream().allMatch(PartStatus::ready));
    }

    @Test
    void answersNobodyWhileItIsFrozenAndGoesOnAfterwards() {
        Optional<Long> before = status(system, "redis").pid();

        system.freeze("redis");
        assertThat(status(system, "redis").word()).isEqualTo("not ready");
        system.thaw("redis");

        assertThat(Wait.until(() -> status(system, "redis").ready(), PATIENCE)).isTrue();
        assertThat(status(system, "redis").pid()).isEqualTo(before);
    }

    @Test
    void publishesTheKeyThatItsTokensAreSignedWith() throws Exception {
        SignedJWT token = SignedJWT.parse(system.token("c-1", "c@example.com", "customer"));
        Http issuer = new Http(system.endpoints().issuer(), Map.of());
        String keys = issuer.get("/jwks").body().toString();

        assertThat(keys).doesNotContain("\"d\"");
        assertThat(token.verify(new RSASSAVerifier(JWKSet.parse(keys)
                        .getKeyByKeyId(token.getHeader().getKeyID())
                        .toRSAKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer())
                .isEqualTo(issuer.get("/.well-known/openid-configuration").text("/issuer"));
    }

    @Test
    void keepsSecretsToTheirOwner() throws Exception {
        for (Path secret : List.of(data.resolve("secrets"), data.resolve("issuer/signing-key.json"))) {
            system.token("c-1", null, "customer");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void namesWhatThereIsWhenAskedForWhatIsNot() {
        assertThatThrownBy(() -> system.kill("kafak"))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("there is no kafak")
                .hasMessageContaining("kafka");
    }

    private static List<Optional<Long>> pids(OrderflowSystem system) {
        return system.status().stream().map(PartStatus::pid).toList();
    }

    private static PartStatus status(OrderflowSystem system, String name) {
        return system.status().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
