package dev.orderflow.shipping.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.contracts.shipping.ShippingEvent;
import dev.orderflow.shipping.domain.Step.Applied;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others rely on holds in whatever order, and however often, the carrier and order tell things. */
class AnyOrderTest {

    private static final int WALKS = 20_000;
    private static final int STEPS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsItsPromises(long seed) {
        var random = new Random(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            var events = new ArrayList<ShippingEvent>();
            var shipment = Shipment.unknown(Known.ORDER, "c-1");
            var bought = new HashMap<UUID, Set<String>>();
            var path = new ArrayList<Input>();
            for (int step = 0; step < STEPS; step++) {
                path.add(any(random));
                if (Decider.decide(shipment, path.getLast()) instanceof Applied applied) {
                    events.addAll(applied.events());
                    note(applied.calls(), bought);
                    shipment = applied.next();
                }
                assertKept(shipment, events, path);
                assertThat(bought.values()).as(path.toString()).allMatch(shipments -> shipments.size() == 1);
            }
        }
    }

    /** The carrier may have several shipments under one label's reference: one of them is paid, however often asked. */
    private static void note(List<Call> calls, Map<UUID, Set<String>> bought) {
        for (var call : calls) {
            if (call instanceof Call.BuyLabel buy) {
                bought.computeIfAbsent(buy.label(), label -> new HashSet<>()).add(buy.carrierId());
            }
        }
    }

    private static void assertKept(Shipment shipment, List<ShippingEvent> events, List<Input> path) {
        var as = path.toString();
        assertThat(count(events, ShipmentScheduled.class)).as(as).isLessThanOrEqualTo(1);
        assertThat(count(events, ShipmentRejected.class)).as(as).isLessThanOrEqualTo(1);
        assertThat(count(events, ShipmentDelivered.class)).as(as).isLessThanOrEqualTo(1);
        assertThat(first(events, ShipmentDispatched.class))
                .as(as)
                .isLessThanOrEqualTo(first(events, ShipmentDelivered.class));
        assertThat(count(events, ShipmentCancelled.class) == 0 || count(events, ShipmentDispatched.class) == 0)
                .as(as)
                .isTrue();
        boolean booking = shipment.status() == Status.BOOKING || shipment.status() == Status.RETURN_BOOKING;
        assertThat(booking || shipment.destination() == null).as(as).isTrue();
        assertThat(answers(events)).as(as).isLessThanOrEqualTo(shipment.recallRound() + 1);
    }

    /** Each round has one answer; besides, the dispatch itself is told once. */
    private static long answers(List<ShippingEvent> events) {
        return count(events, ShipmentCancelled.class) + count(events, ShipmentDispatched.class);
    }

    private static long count(List<ShippingEvent> events, Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static int first(List<ShippingEvent> events, Class<?> type) {
        for (int n = 0; n < events.size(); n++) {
            if (type.isInstance(events.get(n))) {
                return n;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Each round brings an id for a label of its own. */
    private static UUID back(int round) {
        return new UUID(Known.BACK.getMostSignificantBits(), round);
    }

    /** One of two shipments that the carrier may have. */
    private static String twin(Random random) {
        return random.nextBoolean() ? "shp_1" : "shp_2";
    }

    private static Input any(Random random) {
        int round = 1 + random.nextInt(3);
        var label = random.nextInt(3) == 0 ? back(round) : Known.OUT;
        var tracking = label.equals(Known.OUT) ? Known.TRACKING : Known.TRACKING_BACK;
        return switch (random.nextInt(11)) {
            case 0 -> new Input.Confirmed(Known.OUT, Known.HOME);
            case 1 -> new Input.RecallRequested(round);
            case 2 -> new Input.ReturnAccepted(back(round), round, Known.HOME);
            case 3 -> new Input.LabelCreated(label, twin(random), "rate");
            case 4 -> new Input.LabelBought(label, tracking, Known.MONDAY);
            case 5 -> new Input.LabelRefused(label, random.nextBoolean() ? twin(random) : null, "undeliverable");
            case 6 -> new Input.BookingExpired(label);
            case 7 -> new Input.LabelVoided(label);
            case 8 -> new Input.VoidingExpired(label);
            case 9 -> new Input.ParcelMoved(label, tracking, Known.TUESDAY);
            default -> new Input.ParcelArrived(label, tracking, null, Known.WEDNESDAY);
        };
    }
}
