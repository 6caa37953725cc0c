package dev.orderflow.contracts.value;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Whose answer an order waits for while it is undone. A participant looks for itself only. */
public enum Due {
    /** Inventory: StockReleased or StockRestocked. */
    STOCK,
    /** Payment: PaymentVoided, PaymentRefunded or RefundFailed. */
    PAYMENT;

    /** Null for a participant that only a newer peer knows; {@link #known} leaves it out. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Due read(String name) {
        return Arrays.stream(values())
                .filter(due -> due.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** An immutable copy without what this build does not know: it is due from somebody else. */
    public static List<Due> known(List<Due> due) {
        return requireNonNull(due, "due is required").stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
