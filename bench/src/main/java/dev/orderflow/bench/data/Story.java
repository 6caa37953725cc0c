package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.*;

import java.util.List;
import java.util.stream.Stream;

/** The ways that an order can go, and how many in a thousand go each; what has not happened yet is cut off. */
enum Story {
    DELIVERED(850, PLACED, PAYMENT_REQUESTED, CONFIRMED, TRACKED, SHIPPED, Step.DELIVERED),
    RETURNED(45, DELIVERED, RETURN_ACCEPTED, Step.RETURNED, STOCK_RESTOCKED, PAYMENT_REFUNDED, RETURN_CLOSED),
    DECLINED(40, PLACED, PAYMENT_REQUESTED, PAYMENT_DECLINED, CANCELLED_UNPAID, STOCK_RELEASED, CLOSED),
    OUT_OF_STOCK(25, PLACED, CANCELLED_AT_ONCE, CLOSED),
    UNDELIVERABLE(
            10,
            PLACED,
            PAYMENT_REQUESTED,
            CONFIRMED,
            SHIPMENT_REJECTED,
            CANCELLED_PAID,
            STOCK_RELEASED,
            PAYMENT_REFUNDED,
            CLOSED),
    RECALLED(
            30,
            PLACED,
            PAYMENT_REQUESTED,
            CONFIRMED,
            TRACKED,
            RECALL_REQUESTED,
            SHIPMENT_CANCELLED,
            CANCELLED_PAID,
            STOCK_RELEASED,
            PAYMENT_REFUNDED,
            CLOSED);

    private final int inThousand;
    private final List<Step> steps;

    Story(int inThousand, Step... steps) {
        this.inThousand = inThousand;
        this.steps = List.of(steps);
    }

    Story(int inThousand, Story before, Step... steps) {
        this(inThousand, Stream.concat(before.steps.stream(), Stream.of(steps)).toArray(Step[]::new));
    }

    List<Step> steps() {
        return steps;
    }

    static Story drawn(Chance chance) {
        int number = chance.below(1000);
        for (var story : values()) {
            number -= story.inThousand;
            if (number < 0) {
                return story;
            }
        }
        throw new IllegalStateException("the stories don't add up to a thousand");
    }
}
