package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneParcelPerOrderTest {

    private final Invariant invariant = new OneParcelPerOrder();

    private static Seen oneThereAndOneBack() {
        return new Seen()
                .order("a", "DELIVERED")
                .order("b", "RETURNED")
                .order("c", "CANCELLED")
                .parcel("parcel of a", false, "delivered")
                .parcel("parcel of b", false, "delivered")
                .parcel("back", true, "delivered")
                .parcel("parcel of c", false, "cancelled");
    }

    @Test
    void isContentWithAParcelForEachOrderThatWasShipped() {
        assertThat(invariant.violations(oneThereAndOneBack().now())).isEmpty();
    }

    @Test
    void findsASecondParcel() {
        assertFound(oneThereAndOneBack().parcel("twin", false, "delivered"), "parcel twin", "an order", "none");
    }

    @Test
    void findsAParcelOfACancelledOrder() {
        assertFound(
                oneThereAndOneBack().order("d", "CANCELLED").parcel("parcel of d", false, "in_transit"),
                "parcel parcel of d",
                "an order",
                "none");
    }

    @Test
    void findsADeliveryWithoutAParcel() {
        assertFound(oneThereAndOneBack().order("d", "DELIVERED"), "d", "parcel parcel of d", "none");
    }

    @Test
    void findsTwoParcelsBack() {
        assertFound(oneThereAndOneBack().parcel("again", true, "in_transit"), "returns", "1", "2");
    }

    private void assertFound(Seen seen, String subject, String expected, String what) {
        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), subject, expected, what));
    }
}
