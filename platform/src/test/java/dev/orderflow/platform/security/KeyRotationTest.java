package dev.orderflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an issuer does with its keys while a service runs, over HTTP. */
class KeyRotationTest {

    private static final Duration BEARABLE = Duration.ofSeconds(20);

    private final KeyServer keys = new KeyServer();
    private final Verifier verifier = Verifier.with(
            Map.of("mp.jwt.verify.publickey.location", keys.url(), "mp.jwt.verify.issuer", "http://localhost:8090"));

    @AfterEach
    void stop() {
        keys.close();
    }

    @Test
    void findsAnIssuerThatComesLater() throws JOSEException {
        var key = KeyServer.rsa(2048);
        keys.publish(key);
        keys.answersWith(500);
        assertThat(verifier.accepts(token(key))).isFalse();

        keys.answersWith(200);

        await().until(() -> verifier.accepts(token(key)));
    }

    @Test
    void tellsAnIssuerThatWasNeverThereFromABadToken() throws JOSEException {
        var gone = new KeyServer();
        var location = gone.url();
        gone.close();
        var alone = Verifier.with(
                Map.of("mp.jwt.verify.publickey.location", location, "mp.jwt.verify.issuer", "http://localhost:8090"));
        var token = token(KeyServer.rsa(2048));

        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> alone.parse(token)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    /** By this cause a service answers 503 and not 401. */
    @Test
    void tellsAnIssuerThatFailsFromABadToken() throws JOSEException {
        var key = KeyServer.rsa(2048);
        keys.publish(key);
        keys.answersWith(500);
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> verifier.parse(token(key))).hasRootCauseInstanceOf(IOException.class);
        }

        keys.answersWith(200);

        await().until(() -> verifier.accepts(token(key)));
        assertThatThrownBy(() -> verifier.parse(token(KeyServer.rsa(2048))))
                .isInstanceOf(ParseException.class)
                .rootCause()
                .isNotInstanceOf(IOException.class);
    }

    @Test
    void findsANewKeyAtOnceAndKeepsTheOldOneWhileItIsPublished() throws JOSEException {
        var old = KeyServer.rsa(2048);
        keys.publish(old);
        assertThat(verifier.accepts(token(old))).isTrue();
        var rsa = KeyServer.rsa(2048);
        var elliptic = KeyServer.ec();

        keys.publish(old, rsa, elliptic);

        await().until(() -> verifier.accepts(token(rsa)));
        assertThat(verifier.accepts(token(elliptic))).isTrue();
        assertThat(verifier.accepts(token(old))).isTrue();
    }

    @Test
    void forgetsAKeyThatIsNoLongerPublished() throws JOSEException {
        var leaked = KeyServer.rsa(2048);
        var next = KeyServer.rsa(2048);
        keys.publish(leaked);
        assertThat(verifier.accepts(token(leaked))).isTrue();

        keys.publish(next);

        await().until(() -> !verifier.accepts(token(leaked)));
        assertThat(verifier.accepts(token(next))).isTrue();
    }

    @Test
    void takesAKeyForNothingElseThanItIs() throws JOSEException {
        var elliptic = KeyServer.ec();
        var weak = KeyServer.rsa(1024);
        keys.publish(elliptic, weak);
        assertThat(verifier.accepts(token(elliptic))).isTrue();
        var header = Map.of("kid", elliptic.getKeyID());

        assertThat(verifier.accepts(token(weak))).as("too short").isFalse();
        assertThat(verifier.accepts(
                        Forge.es256(header, Forge.claims(), KeyServer.ec().toPrivateKey())))
                .as("another key under its name")
                .isFalse();
        assertThat(verifier.accepts(
                        Forge.rs256(header, Forge.claims(), KeyServer.rsa(2048).toPrivateKey())))
                .as("another algorithm")
                .isFalse();
        assertThat(verifier.accepts(Forge.token(Forge.with(header, "alg", "ES256"), Forge.claims(), new byte[64])))
                .as("r = s = 0")
                .isFalse();
    }

    @Test
    void asksTheIssuerSeldomForKeysThatNobodyKnows() throws JOSEException {
        var known = KeyServer.rsa(2048);
        keys.publish(known);
        assertThat(verifier.accepts(token(known))).isTrue();
        long began = System.nanoTime();
        int before = keys.fetches();

        for (int n = 0; n < 100; n++) {
            assertThat(verifier.accepts(token(known, UUID.randomUUID().toString())))
                    .isFalse();
        }

        // Each second what was fetched is out of date by itself; one more is for the first that is unknown.
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
        assertThat(keys.fetches() - before).isLessThanOrEqualTo((int) seconds + 1);
    }

    @Test
    void keepsItsKeysWhileTheIssuerIsAway() throws JOSEException {
        var key = KeyServer.rsa(2048);
        keys.publish(key);
        assertThat(verifier.accepts(token(key))).isTrue();
        int before = keys.fetches();

        keys.answersWith(503);

        await().until(() -> {
            assertThat(verifier.accepts(token(key))).isTrue();
            return keys.fetches() > before;
        });
        assertThat(verifier.accepts(token(key))).isTrue();
    }

    /** The library's own call would take 80 s. */
    @Test
    void waitsOnlySecondsForAnIssuerThatHangs() throws JOSEException {
        var known = KeyServer.rsa(2048);
        keys.publish(known);
        assertThat(verifier.accepts(token(known))).isTrue();

        keys.hang();

        var unknown = token(known, UUID.randomUUID().toString());
        assertThat(timeOf(() -> assertThat(verifier.accepts(unknown)).isFalse()))
                .isLessThan(BEARABLE);
        assertThat(verifier.accepts(token(known))).isTrue();
    }

    /** Each byte comes in time, and all of them would take more than half a minute. */
    @Test
    void waitsOnlySecondsForAnIssuerThatTrickles() throws JOSEException {
        var key = KeyServer.rsa(2048);
        keys.publish(key);
        keys.trickle();
        var token = token(key);

        assertThat(timeOf(() ->
                        assertThatThrownBy(() -> verifier.parse(token)).hasRootCauseInstanceOf(IOException.class)))
                .isLessThan(BEARABLE);
    }

    /** One after the other they would wait for half a minute. */
    @Test
    void sharesAFailureWithAllWhoWaitedForIt() throws JOSEException {
        keys.hang();
        var token = token(KeyServer.rsa(2048));

        assertThat(timeOf(() -> together(
                        30,
                        () -> assertThatThrownBy(() -> verifier.parse(token))
                                .hasRootCauseInstanceOf(IOException.class))))
                .isLessThan(BEARABLE);
    }

    private static Duration timeOf(Runnable call) {
        long began = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void together(int times, Runnable call) {
        var calls = Stream.generate(() -> CompletableFuture.runAsync(call, Thread::startVirtualThread))
                .limit(times)
                .toList();
        calls.forEach(CompletableFuture::join);
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
}
