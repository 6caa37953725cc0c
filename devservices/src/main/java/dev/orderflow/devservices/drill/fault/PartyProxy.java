package dev.orderflow.devservices.drill.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the services and an outside party, and is the network that fails. It knows no HTTP: it passes bytes on.
 * What the party sends by itself (webhooks) does not come this way.
 */
public final class PartyProxy implements AutoCloseable {

    /** How the network behaves. */
    public sealed interface Weather {

        record Fair() implements Weather {}

        /** Nobody gets through, and open connections end. */
        record Cut() implements Weather {}

        /** Answers come so much later. */
        record Slow(Duration delay) implements Weather {}

        /** Requests get through, every other answer does not. */
        record Lossy() implements Weather {}
    }

    /** Bytes that follow so soon belong to the answer before them, which was judged already. */
    private static final Duration SAME_ANSWER = Duration.ofMillis(20);

    private final ServerSocket server;
    private final InetSocketAddress party;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile Weather weather = new Weather.Fair();

    private PartyProxy(ServerSocket server, URI party) {
        this.server = server;
        this.party = new InetSocketAddress(party.getHost(), party.getPort());
    }

    /** Listens on a port of its own from now on; the party need not be there yet. */
    public static PartyProxy before(String party) {
        try {
            ServerSocket server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
            PartyProxy proxy = new PartyProxy(server, URI.create(party));
            Thread.ofVirtual().name("party-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the proxy of " + party, e);
        }
    }

    /** Where the party seems to be, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    public void weather(Weather next) {
        weather = next;
        if (next instanceof Weather.Cut) {
            open.forEach(PartyProxy::end);
        }
    }

    /** How many answers were lost so far. */
    public int lostAnswers() {
        return lost.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket()) {
            if (weather instanceof Weather.Cut) {
                return;
            }
            open.add(client);
            upstream.connect(party, 2_000);
            Thread requests = Thread.ofVirtual().start(() -> passRequests(client, upstream));
            passAnswers(upstream.getInputStream(), client.getOutputStream());
            end(client);
            requests.join();
        } catch (IOException gone) {
            // Both ends are closed below; the client sees a connection that broke.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void passRequests(Socket client, Socket upstream) {
        try {
            client.getInputStream().transferTo(upstream.getOutputStream());
        } catch (IOException gone) {
            // Told by the end of the other direction.
        } finally {
            end(upstream);
        }
    }

    private void passAnswers(InputStream answers, OutputStream client) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long passed = System.nanoTime() - SAME_ANSWER.toNanos();
        for (int length = answers.read(buffer); length >= 0; length = answers.read(buffer)) {
            boolean goesOn = System.nanoTime() - passed < SAME_ANSWER.toNanos();
            if (!goesOn && !getsThrough()) {
                return;
            }
            client.write(buffer, 0, length);
            passed = System.nanoTime();
        }
    }

    private boolean getsThrough() {
        return switch (weather) {
            case Weather.Fair() -> true;
            case Weather.Cut() -> false;
            case Weather.Slow(Duration delay) -> waited(delay);
            case Weather.Lossy() -> isLucky();
        };
    }

    private boolean isLucky() {
        boolean lucky = judged.incrementAndGet() % 2 == 0;
        if (!lucky) {
            lost.incrementAndGet();
        }
        return lucky;
    }

    private static boolean waited(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use either way.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(PartyProxy::end);
    }
}
