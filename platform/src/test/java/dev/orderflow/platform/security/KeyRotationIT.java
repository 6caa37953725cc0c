package dev.orderflow.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an issuer does with its keys, over HTTP and while the application runs. In order: what is cached stays cached. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestProfile(KeyRotationIT.AnIssuer.class)
class KeyRotationIT {

    public static class AnIssuer implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeyServer.class));
        }
    }

    private static final int REFUSED = 401;
    private static final int ACCEPTED = 200;

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String location;

    private Issuer issuer;

    @BeforeEach
    void findTheIssuer() {
        issuer = new Issuer(location);
    }

    @Test
    @Order(1)
    void findsAnIssuerThatComesLater() throws JOSEException {
        var key = Issuer.rsa(2048);
        issuer.publishes(key);
        issuer.failsWith(500);
        assertThat(call(token(key))).isEqualTo(REFUSED);

        issuer.recovers();

        assertThat(call(token(key))).isEqualTo(ACCEPTED);
    }

    @Test
    @Order(2)
    void findsANewKeyAtOnceAndKeepsTheOldOneWhileItIsPublished() throws JOSEException {
        var old = Issuer.rsa(2048);
        issuer.publishes(old);
        await().until(() -> call(token(old)) == ACCEPTED);
        var rsa = Issuer.rsa(2048);
        var elliptic = Issuer.ec();

        issuer.publishes(old, rsa, elliptic);

        await().until(() -> call(token(rsa)) == ACCEPTED);
        assertThat(call(token(elliptic))).isEqualTo(ACCEPTED);
        assertThat(call(token(old))).isEqualTo(ACCEPTED);
    }

    @Test
    @Order(3)
    void forgetsAKeyThatIsNoLongerPublished() throws JOSEException {
        var leaked = Issuer.rsa(2048);
        var next = Issuer.rsa(2048);
        issuer.publishes(leaked);
        await().until(() -> call(token(leaked)) == ACCEPTED);

        issuer.publishes(next);

        await().until(() -> call(token(leaked)) == REFUSED);
        assertThat(call(token(next))).isEqualTo(ACCEPTED);
    }

    @Test
    @Order(4)
    void takesAKeyForNothingElseThanItIs() throws JOSEException {
        var elliptic = Issuer.ec();
        var weak = Issuer.rsa(1024);
        issuer.publishes(elliptic, weak);
        await().until(() -> call(token(elliptic)) == ACCEPTED);
        var header = Map.of("kid", elliptic.getKeyID());

        assertThat(call(token(weak))).as("too short").isEqualTo(REFUSED);
        assertThat(call(Forge.es256(header, Forge.claims(), Issuer.ec().toPrivateKey())))
                .as("another key under its name")
                .isEqualTo(REFUSED);
        assertThat(call(Forge.rs256(header, Forge.claims(), Issuer.rsa(2048).toPrivateKey())))
                .as("another algorithm")
                .isEqualTo(REFUSED);
        assertThat(call(Forge.token(Forge.with(header, "alg", "ES256"), Forge.claims(), new byte[64])))
                .as("r = s = 0")
                .isEqualTo(REFUSED);
    }

    @Test
    @Order(5)
    void asksTheIssuerSeldomForKeysThatNobodyKnows() throws JOSEException {
        var known = Issuer.rsa(2048);
        issuer.publishes(known);
        await().until(() -> call(token(known)) == ACCEPTED);
        long began = System.nanoTime();
        int before = issuer.fetches();

        for (int n = 0; n < 100; n++) {
            assertThat(call(token(known, UUID.randomUUID().toString()))).isEqualTo(REFUSED);
        }

        // Each second what was fetched is out of date by itself; one more is for the first that is unknown.
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
        assertThat(issuer.fetches() - before).isLessThanOrEqualTo((int) seconds + 1);
    }

    /** The last: it keeps them for a minute, then asks again. */
    @Test
    @Order(6)
    void keepsItsKeysWhileTheIssuerIsAway() throws JOSEException {
        var key = Issuer.rsa(2048);
        issuer.publishes(key);
        await().until(() -> call(token(key)) == ACCEPTED);
        int before = issuer.fetches();

        issuer.failsWith(503);

        await().until(() -> {
            assertThat(call(token(key))).isEqualTo(ACCEPTED);
            return issuer.fetches() > before;
        });
        assertThat(call(token(key))).isEqualTo(ACCEPTED);
    }

    private static String token(RSAKey key) throws JOSEException {
        return token(key, key.getKeyID());
    }

    private static String token(ECKey key) throws JOSEException {
        return Forge.es256(Map.of("kid", key.getKeyID()), Forge.claims(), key.toPrivateKey());
    }

    private static String token(RSAKey key, String kid) throws JOSEException {
        return Forge.rs256(Map.of("kid", kid), Forge.claims(), key.toPrivateKey());
    }

    private static int call(String token) {
        return given().auth().oauth2(token).get("/samples/mine").statusCode();
    }
}
