package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    private static final int REDIS = 6379;

    @TempDir
    private Path data;

    @Test
    void namesThePortThatIsTakenAndWhoNeedsIt() throws Exception {
        int port = Ports.free();
        OrderflowSystem system =
                OrderflowSystem.of(Options.at(data, port - REDIS).withServices(List.of()));

        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.check(system))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("port " + stranger.getLocalPort() + ", which redis needs, is taken by java");
        }
    }
}
