package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.process.PartFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagingTest {

    @ParameterizedTest
    @CsvSource({"jvm,JVM", "aot-cache,AOT_CACHE", "native,NATIVE"})
    void isWhatTheEnvironmentSays(String said, Packaging expected) {
        assertThat(Packaging.chosen(Map.of(Packaging.CHOICE, said))).isEqualTo(expected);
    }

    @Test
    void isAPlainJvmUnlessTheEnvironmentSaysOtherwise() {
        assertThat(Packaging.chosen(Map.of())).isEqualTo(Packaging.JVM);
    }

    @Test
    void refusesAnyOtherWord() {
        assertThatThrownBy(() -> Packaging.chosen(Map.of(Packaging.CHOICE, "docker")))
                .isInstanceOf(PartFailed.class)
                .hasMessage("ORDERFLOW_PACKAGING must be one of jvm, aot-cache, native, not docker");
    }
}
