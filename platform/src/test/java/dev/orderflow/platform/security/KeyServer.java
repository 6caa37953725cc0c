package dev.orderflow.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer's keys over HTTP, as they change. */
final class KeyServer implements AutoCloseable {

    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;
    private volatile String published = "{\"keys\":[]}";
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean hangs;
    private volatile boolean trickles;

    KeyServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", this::answer);
        server.start();
    }

    static RSAKey rsa(int bits) {
        try {
            return new RSAKeyGenerator(bits, true)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    void publish(JWK... keys) {
        published = new JWKSet(List.of(keys)).toString();
    }

    void answersWith(int status) {
        this.status = status;
    }

    /** From now on it takes calls, and answers none. */
    void hang() {
        hangs = true;
    }

    /** From now on it answers ten bytes in a second. */
    void trickle() {
        trickles = true;
    }

    int fetches() {
        return fetches.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            fetches.incrementAndGet();
            if (hangs) {
                awaitTheEnd();
                return;
            }
            byte[] body = published.getBytes();
            // The shortest that there is: what a verifier may keep is seen to end.
            exchange.getResponseHeaders().set("Cache-Control", "max-age=1");
            exchange.sendResponseHeaders(status, body.length);
            if (trickles) {
                trickle(exchange.getResponseBody(), body);
            } else {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void trickle(OutputStream to, byte[] body) throws IOException {
        for (int sent = 0; sent < body.length && !isOver(Duration.ofMillis(100)); sent++) {
            to.write(body[sent]);
            to.flush();
        }
    }

    private boolean isOver(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void awaitTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
