package dev.orderflow.devservices.system;

import java.time.Duration;

/** Is told how a system comes and goes. Called from several threads. */
public interface Listener {

    Listener SILENT = new Listener() {
        @Override
        public void ready(String name, int port, Duration took) {}

        @Override
        public void stopped(String name) {}
    };

    void ready(String name, int port, Duration took);

    void stopped(String name);

    /** What a crash has left is about to be ended. */
    default void cleaningUp() {}
}
