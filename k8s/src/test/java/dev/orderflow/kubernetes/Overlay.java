package dev.orderflow.kubernetes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An overlay as {@code kubectl kustomize} renders it. Where there is no kubectl, a test that asks for it is skipped. */
enum Overlay {
    DEV,
    PROD;

    private static final Map<Overlay, Manifests> RENDERED = new ConcurrentHashMap<>();

    Manifests manifests() {
        Programs.require("kubectl", "nothing is rendered, only the files are checked");
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    private Manifests render() {
        var overlay = Project.folder("k8s/overlays/" + name().toLowerCase());
        return Manifests.parse(Programs.run("kubectl", "kustomize", overlay.toString()));
    }
}
