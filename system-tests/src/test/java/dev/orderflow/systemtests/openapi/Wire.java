package dev.orderflow.systemtests.openapi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One connection that is kept alive, on which anything can be sent: HTTP clients refuse to send what is odd. Not for use by
 * several threads.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI base;
    private Socket socket;
    private InputStream in;

    public Wire(String baseUrl) {
        this.base = URI.create(baseUrl);
    }

    /** Repeats what met a connection that the server had closed meanwhile. */
    public ApiAnswer send(ApiRequest request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            return exchange(request);
        }
    }

    private ApiAnswer exchange(ApiRequest request) throws IOException {
        if (socket == null) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(head(request).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        var answer = read(request.method());
        if ("close".equalsIgnoreCase(answer.header("connection"))) {
            close();
        }
        return answer;
    }

    private String head(ApiRequest request) {
        var text = new StringBuilder(
                request.method() + " " + request.target() + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n");
        request.headers()
                .forEach(field -> text.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        if (request.body() != null) {
            text.append("Content-Length: ").append(request.body().length()).append("\r\n");
        }
        return text.append("\r\n")
                .append(request.body() == null ? "" : request.body())
                .toString();
    }

    private ApiAnswer read(String method) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        var headers = headers();
        if (status == 100) {
            return read(method);
        }
        boolean empty = method.equals("HEAD") || status == 204 || status == 304;
        var body = empty ? new byte[0] : body(headers);
        return new ApiAnswer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> headers() throws IOException {
        var headers = new HashMap<String, List<String>>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(line.substring(line.indexOf(':') + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return bytes(Integer.parseInt(headers.get("content-length").getFirst()));
        }
        return headers.containsKey("transfer-encoding") ? chunks() : new byte[0];
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(bytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the body ends early");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
