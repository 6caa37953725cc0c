package dev.orderflow.platform.security;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Says that the keys are where nobody listens. */
public class AbsentIssuer implements QuarkusTestResourceLifecycleManager {

    private static final int AFTER_THE_PARTS = 1;

    @Override
    public Map<String, String> start() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return Map.of("mp.jwt.verify.publickey.location", "http://127.0.0.1:" + socket.getLocalPort() + "/jwks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}

    @Override
    public int order() {
        return AFTER_THE_PARTS;
    }
}
