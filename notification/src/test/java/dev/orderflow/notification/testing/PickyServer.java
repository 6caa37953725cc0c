package dev.orderflow.notification.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Passes SMTP on to the sink, but has no mailbox for {@code nobody.*} (550, for good) and is never ready for
 * {@code busy.*} (451, try again later).
 */
final class PickyServer implements AutoCloseable {

    private static final String CRLF = "\r\n";

    private final ServerSocket server;
    private final int sink;

    private PickyServer(ServerSocket server, int sink) {
        this.server = server;
        this.sink = sink;
    }

    static PickyServer before(int sink) {
        try {
            var picky = new PickyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), sink);
            Thread.ofVirtual().name("picky-smtp").start(picky::listen);
            return picky;
        } catch (IOException e) {
            throw new IllegalStateException("no SMTP server", e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                var behind = new Socket(InetAddress.getLoopbackAddress(), sink)) {
            new Session(client, behind).run();
        } catch (IOException gone) {
            // One side has hung up; so does the other.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Session(Socket client, Socket sink, BufferedReader fromClient, BufferedReader fromSink) {

        Session(Socket client, Socket sink) throws IOException {
            this(client, sink, reader(client), reader(sink));
        }

        void run() throws IOException {
            pass(reply());
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (line.startsWith("RCPT TO:<nobody.")) {
                    pass("550 5.1.1 no mailbox " + line.substring(8) + CRLF);
                } else if (line.startsWith("RCPT TO:<busy.")) {
                    pass("451 4.3.2 busy, try " + line.substring(8) + " later" + CRLF);
                } else {
                    forward(line);
                }
                if (line.equals("QUIT")) {
                    return;
                }
            }
        }

        private void forward(String line) throws IOException {
            write(sink, line + CRLF);
            var reply = reply();
            pass(reply);
            if (reply.startsWith("354")) {
                body();
            }
        }

        private void body() throws IOException {
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                write(sink, line + CRLF);
                if (line.equals(".")) {
                    pass(reply());
                    return;
                }
            }
        }

        /** All lines of it: the last has no hyphen behind its code. */
        private String reply() throws IOException {
            var reply = new StringBuilder();
            for (var line = fromSink.readLine(); line != null; line = fromSink.readLine()) {
                reply.append(line).append(CRLF);
                if (line.length() < 4 || line.charAt(3) == ' ') {
                    return reply.toString();
                }
            }
            throw new IOException("the sink is gone");
        }

        private void pass(String reply) throws IOException {
            write(client, reply);
        }

        private static void write(Socket to, String text) throws IOException {
            to.getOutputStream().write(text.getBytes(ISO_8859_1));
            to.getOutputStream().flush();
        }

        private static BufferedReader reader(Socket from) throws IOException {
            return new BufferedReader(new InputStreamReader(from.getInputStream(), ISO_8859_1));
        }
    }
}
