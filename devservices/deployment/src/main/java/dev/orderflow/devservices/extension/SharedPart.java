package dev.orderflow.devservices.extension;

import dev.orderflow.devservices.system.Connection;
import io.quarkus.deployment.builditem.Startable;

/** One part of the system that dev modes share. */
record SharedPart(DevMode devMode, Connection connection) implements Startable {

    @Override
    public void start() {
        devMode.use(connection.part());
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
    public void close() {
        devMode.release(connection.part());
    }
}
