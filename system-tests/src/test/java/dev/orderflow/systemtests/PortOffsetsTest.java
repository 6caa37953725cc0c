package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The systems that run at the same time in one build keep out of each other's way. */
class PortOffsetsTest {

    /** Two modules at a time, of two JVMs each, and as many to spare. */
    private static final int JVMS = 8;

    /** Of the systems of {@code bench}, whose tests run beside these, and of those that tests of this module have beside. */
    private static final List<Integer> OTHERS = List.of(21_200, 21_700, DevModeIT.PORT_OFFSET, OwnSystem.PORT_OFFSET);

    /** Those above are drawn for outgoing connections, on Linux by default. */
    private static final int LAST_PORT = 32_767;

    @Test
    void noPortIsTwoSystems(@TempDir Path data) {
        var owners = new HashMap<Integer, Integer>();
        var offsets = IntStream.rangeClosed(1, JVMS).mapToObj(TestSystem::portOffset);

        Stream.concat(offsets, OTHERS.stream()).forEach(offset -> {
            for (int port : ports(data, offset)) {
                assertThat(port).isLessThanOrEqualTo(LAST_PORT);
                assertThat(owners.put(port, offset))
                        .as("who else than %d has port %d", offset, port)
                        .isNull();
            }
        });
    }

    /** All that one system may ever listen on. */
    private static Set<Integer> ports(Path data, int offset) {
        var options = Options.at(data, offset).withReplicas(2).withConsole(true).withTraces(true);
        var ports = new TreeSet<>(OrderflowSystem.of(options).wantedPorts().keySet());
        assertThat(ports).hasSizeGreaterThan(20);
        ports.add(Prometheus.port(offset));
        return ports;
    }
}
