package dev.orderflow.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network before a server, whose cable can be pulled: connections stay open, and nothing comes through any more. */
final class SilentLink implements AutoCloseable {

    private final ServerSocket server;
    private final int behind;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

    private SilentLink(ServerSocket server, int behind) {
        this.server = server;
        this.behind = behind;
    }

    static SilentLink before(int port) throws IOException {
        var link = new SilentLink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.startVirtualThread(link::accept);
        return link;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Those that are open now, for ever; new ones come through. */
    void pullTheCable() {
        silent.addAll(sockets);
    }

    private void accept() {
        try {
            while (true) {
                var near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), behind);
                sockets.add(near);
                sockets.add(far);
                Thread.startVirtualThread(() -> pass(near, far));
                Thread.startVirtualThread(() -> pass(far, near));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!silent.contains(from)) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException ended) {
            sockets.remove(from);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
