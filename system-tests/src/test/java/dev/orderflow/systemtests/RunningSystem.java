package dev.orderflow.systemtests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts one system for all test classes, when the first of them needs it, and stops it after the last. */
final class RunningSystem implements BeforeAllCallback {

    private static TestSystem system;

    static TestSystem get() {
        return system;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(RunningSystem.class))
                .computeIfAbsent(Started.class, ignored -> new Started(), Started.class);
    }

    /** Closed by JUnit when all tests have ended. */
    private static final class Started implements AutoCloseable {

        Started() {
            system = new TestSystem();
            system.start();
        }

        @Override
        public void close() {
            system.stop();
        }
    }
}
