package dev.orderflow.systemtests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts one system for all test classes of this JVM, when the first of them needs it; it ends with the JVM. JUnit's own
 * store would not keep it: where several JVMs share the classes out, each class is a run of its own.
 */
final class RunningSystem implements BeforeAllCallback {

    private static TestSystem system;

    static synchronized TestSystem get() {
        if (system == null) {
            system = new TestSystem().start();
        }
        return system;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        get();
    }
}
