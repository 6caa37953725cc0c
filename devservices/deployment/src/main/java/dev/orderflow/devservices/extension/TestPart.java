package dev.orderflow.devservices.extension;

import dev.orderflow.devservices.system.Connection;
import io.quarkus.deployment.builditem.Startable;
import java.util.Map;
import java.util.function.Supplier;

/** One part of those that the tests of this JVM share. It ends with the JVM, so that the next test class finds it. */
final class TestPart implements Startable {

    private final Supplier<Connection> startup;
    private Connection connection;

    TestPart(Supplier<Connection> startup) {
        this.startup = startup;
    }

    @Override
    public void start() {
        connection = startup.get();
    }

    Map<String, String> properties() {
        return connection.properties();
    }

    @Override
    public String getConnectionInfo() {
        return connection.address();
    }

    /** There is no container. */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {}
}
