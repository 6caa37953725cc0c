package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A few commands to Redis, each on a connection of its own: it may have been killed since the last one. */
public record RedisLink(String url) {

    /** Forgets everything. */
    public void flushAll() {
        ask("FLUSHALL");
    }

    /** How many members of a sorted set score higher. */
    public long countAbove(String key, long score) {
        return Long.parseLong(ask("ZCOUNT", key, "(" + score, "+inf").getFirst());
    }

    /** A field of a hash; empty if it is not there. */
    public String field(String key, String field) {
        return ask("HGET", key, field).getFirst();
    }

    /** Milliseconds since the epoch, by Redis' own clock. */
    public long now() {
        List<String> time = ask("TIME");
        return Long.parseLong(time.getFirst()) * 1_000 + Long.parseLong(time.getLast()) / 1_000;
    }

    private List<String> ask(String... command) {
        try (Socket socket = Ports.connect(URI.create(url).getPort())) {
            StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
            for (String word : command) {
                request.append('$')
                        .append(word.length())
                        .append("\r\n")
                        .append(word)
                        .append("\r\n");
            }
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return answer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new PartFailed("redis does not answer " + command[0] + ": " + e.getMessage(), e);
        }
    }

    /** The Redis serialization protocol: a line that tells the kind, then the bytes or the elements that it announces. */
    private static List<String> answer(InputStream in) throws IOException {
        String line = line(in);
        String value = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> List.of(value);
            case '$' -> List.of(text(in, Integer.parseInt(value)));
            case '*' -> elements(in, Integer.parseInt(value));
            default -> throw new IOException(value);
        };
    }

    private static List<String> elements(InputStream in, int count) throws IOException {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.addAll(answer(in));
        }
        return elements;
    }

    private static String text(InputStream in, int length) throws IOException {
        return length < 0 ? "" : new String(in.readNBytes(length + 2), 0, length, StandardCharsets.US_ASCII);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection has ended");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
