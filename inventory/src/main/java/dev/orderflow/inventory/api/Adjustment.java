package dev.orderflow.inventory.api;

import dev.orderflow.platform.problem.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Goods counted in or out.
 *
 * @param delta pieces to add, negative to take away; not 0
 * @param reason kept in the audit
 */
@RegisterForReflection
@Schema(name = "StockAdjustment")
record Adjustment(
        @NotNull @Min(-MOST) @Max(MOST) Integer delta,
        @NotBlank @Size(max = 500) String reason) {

    private static final int MOST = 1_000_000_000;

    /** @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} if it adjusts nothing */
    Adjustment checked() {
        if (delta == 0) {
            throw Problems.invalid("delta", "must not be 0");
        }
        return this;
    }
}
