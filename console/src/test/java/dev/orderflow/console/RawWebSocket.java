package dev.orderflow.console;

import io.vertx.core.buffer.Buffer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A WebSocket that takes what it is asked to take and no more, which no client library does. */
final class RawWebSocket implements AutoCloseable {

    private static final int BINARY = 0x82;
    private static final int MASKED_WITH_LENGTH_IN_TWO_BYTES = 0x80 | 126;
    private static final int NO_MASK = 0;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private RawWebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    static RawWebSocket open(URI server, String uri) throws IOException {
        var opened = new RawWebSocket(new Socket(server.getHost(), server.getPort()));
        opened.out.writeBytes("GET " + uri + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        var answer = opened.head();
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer);
        }
        return opened;
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** The next one's payload, which has a piece's length. */
    Buffer read() throws IOException {
        in.skipNBytes(2);
        var payload = new byte[in.readUnsignedShort()];
        in.readFully(payload);
        return Buffer.buffer(payload);
    }

    /** Returns when the console's side has taken it. */
    void write(Buffer payload) throws IOException {
        out.write(Buffer.buffer()
                .appendByte((byte) BINARY)
                .appendByte((byte) MASKED_WITH_LENGTH_IN_TWO_BYTES)
                .appendUnsignedShort(payload.length())
                .appendInt(NO_MASK)
                .appendBuffer(payload)
                .getBytes());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
