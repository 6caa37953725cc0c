package dev.orderflow.devservices.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.Layout;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    /** So many that two of them would be the same by chance. */
    private static final int PARTS = 600;

    @TempDir
    private Path directory;

    @Test
    void givesNoPortTwice() {
        var workspace = new Workspace(new Layout(directory));

        var ports = IntStream.range(0, PARTS)
                .mapToObj(part -> workspace.port("part-" + part))
                .toList();

        assertThat(ports).doesNotHaveDuplicates();
        assertThat(workspace.port("part-0")).isEqualTo(ports.getFirst());
    }
}
