package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.Launch;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Kafka broker in KRaft mode, its own controller, on the loopback address. Topics are never created by mere use: a
 * mistyped name is an error here as it is in production. A killed broker keeps what the operating system had taken.
 */
public record Kafka(Layout layout, int port, int controllerPort) implements Part {

    private static final String NAME = "kafka";
    private static final short API_VERSIONS = 18;

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
        Path data = layout.data(NAME);
        Path configuration = data.resolve("server.properties");
        try {
            Files.writeString(configuration, KafkaConfiguration.of(port, controllerPort, data.resolve("log")));
        } catch (IOException e) {
            throw new PartFailed("kafka: " + configuration + " cannot be written: " + e.getMessage(), e);
        }
        process().start(Launch.of(Installation.java(JVM_OPTIONS, KafkaBroker.class, configuration.toString())));
    }

    /** The broker answers requests only once it has joined its cluster. */
    @Override
    public boolean isReady() {
        try (Socket socket = Ports.connect(port)) {
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(2 + 2 + 4 + 2);
            request.writeShort(API_VERSIONS);
            request.writeShort(0);
            request.writeInt(1);
            request.writeShort(-1);
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            return answer.readInt() > 0 && answer.readInt() == 1 && answer.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms256m",
            "-Xmx512m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
            "-Dlog4j2.statusLoggerLevel=OFF");
}
