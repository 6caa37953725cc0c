package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.Launch;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A Redis server on the loopback address. Its append-only file is synced each second: a killed server loses at most the
 * last second, which is what the system must bear, since Redis holds nothing that can't be computed again.
 */
public record Redis(Layout layout, int port) implements Part {

    private static final String NAME = "redis";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChildProcess process() {
        return new ChildProcess(layout, NAME);
    }

    @Override
    public void launch() {
        process().start(Launch.of(command(RedisBinary.find().toString())));
    }

    @Override
    public boolean isReady() {
        try (Socket socket = Ports.connect(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where clients connect. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    private List<String> command(String server) {
        return List.of(
                server,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                layout.data(NAME).toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory",
                "256mb");
    }
}
