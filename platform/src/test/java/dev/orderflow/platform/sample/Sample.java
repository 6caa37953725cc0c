package dev.orderflow.platform.sample;

import dev.orderflow.contracts.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

/** A body with one of everything that can be wrong with a body. */
public record Sample(
        @NotEmpty List<@NotNull @Valid Line> items, @Valid Money expected, Colour colour, Instant at, String note) {

    public record Line(
            @NotBlank String sku, @Min(1) @Max(10_000) int quantity) {}

    public enum Colour {
        RED,
        GREEN
    }
}
