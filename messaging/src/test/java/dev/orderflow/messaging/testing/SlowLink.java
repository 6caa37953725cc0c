package dev.orderflow.messaging.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A long way to a server, for one client: answers take so long that whatever the client sends without waiting for one is
 * sent before it. So round trips can be counted: how often the client says something after it has heard something.
 */
public final class SlowLink implements AutoCloseable {

    private static final Duration WAY = Duration.ofMillis(100);

    private final ServerSocket server;
    private final int behind;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicBoolean heard = new AtomicBoolean(true);

    private SlowLink(ServerSocket server, int behind) {
        this.server = server;
        this.behind = behind;
    }

    public static SlowLink before(int port) throws IOException {
        var link = new SlowLink(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), port);
        Thread.startVirtualThread(link::serve);
        return link;
    }

    public int port() {
        return server.getLocalPort();
    }

    public int roundTrips() {
        return roundTrips.get();
    }

    private void serve() {
        try (var near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread.startVirtualThread(() -> answer(far, near));
            var bytes = new byte[8192];
            for (int read = near.getInputStream().read(bytes);
                    read >= 0;
                    read = near.getInputStream().read(bytes)) {
                if (heard.getAndSet(false)) {
                    roundTrips.incrementAndGet();
                }
                far.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException ended) {
            close();
        }
    }

    /** All that has come within the time of the way arrives together. */
    private void answer(Socket from, Socket to) {
        var bytes = new byte[65_536];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                Thread.sleep(WAY);
                int more = from.getInputStream().available();
                if (more > 0) {
                    read += from.getInputStream().read(bytes, read, bytes.length - read);
                }
                heard.set(true);
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
