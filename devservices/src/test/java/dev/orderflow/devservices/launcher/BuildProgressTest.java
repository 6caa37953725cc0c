package dev.orderflow.devservices.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildProgressTest {

    @Test
    void keepsTheFirstErrorOnly() {
        BuildProgress progress = new BuildProgress();

        progress.accept("[INFO] Building Orderflow order 1.0.0-SNAPSHOT                          [5/10]");
        progress.accept("[ERROR] first");
        progress.accept("[ERROR] second");

        assertThat(progress.firstError()).isEqualTo("first");
    }
}
