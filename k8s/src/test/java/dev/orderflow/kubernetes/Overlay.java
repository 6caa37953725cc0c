package dev.orderflow.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An overlay as {@code kubectl kustomize} renders it. Where there is no kubectl, a test that asks for it is skipped. */
enum Overlay {
    DEV,
    PROD;

    private static final Map<Overlay, Manifests> RENDERED = new ConcurrentHashMap<>();

    Manifests manifests() {
        assumeTrue(isKubectlThere(), "kubectl is not on the PATH: nothing is rendered, only the files are checked");
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    private Manifests render() {
        var overlay = Project.folder("k8s/overlays/" + name().toLowerCase());
        return Manifests.parse(run("kubectl", "kustomize", overlay.toString()));
    }

    private static boolean isKubectlThere() {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Path.of(folder, "kubectl").toFile().canExecute()) {
                return true;
            }
        }
        return false;
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        }
    }
}
