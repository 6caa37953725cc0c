package dev.orderflow.systemtests.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReaderTest {

    private static final List<Step> STEPS = PageReader.steps("""
            # A page
            ```bash
            A=1
            echo $A
            ```
            Beneath it:
            ```
            1
            ```
            ## Next
            ```bash
            echo $A$A
            ```
            """);

    @Test
    void aStepIsABlockOfBashWithWhatIsShownBeneath() {
        assertThat(STEPS)
                .containsExactly(new Step(2, "A page", "A=1\necho $A", "1"), new Step(11, "Next", "echo $A$A", ""));
    }

    @Test
    void whatAStepFoundOutGoesOnToTheNext(@TempDir java.nio.file.Path folder) throws Exception {
        assertThat(new Terminal(folder, Map.of()).outputs(STEPS)).containsExactly("1\n", "11\n");
    }
}
