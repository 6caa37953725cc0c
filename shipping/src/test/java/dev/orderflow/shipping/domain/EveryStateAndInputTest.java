package dev.orderflow.shipping.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.shipping.ShippingEvent;
import dev.orderflow.shipping.domain.Input.BookingExpired;
import dev.orderflow.shipping.domain.Input.Confirmed;
import dev.orderflow.shipping.domain.Input.LabelBought;
import dev.orderflow.shipping.domain.Input.LabelCreated;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Input.LabelVoided;
import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Input.RecallRequested;
import dev.orderflow.shipping.domain.Input.ReturnAccepted;
import dev.orderflow.shipping.domain.Input.VoidingExpired;
import dev.orderflow.shipping.domain.Step.Applied;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole table. A cell is {@code NEXT:events/calls}, or {@code -} for what is ignored; events are Sch(eduled),
 * Rej(ected), Dis(patched), Del(ivered), Can(celled), Ret(urnReceived), calls are c(reate), b(uy), v(oid), w(atch).
 */
class EveryStateAndInputTest {

    private static final String REQUESTS = """
            state                  | confirmed | recall             | same recall | return              | same return
            NONE                   | BOOKING/c | RECALLED:Can       | -           | RETURN_BOOKING/c    | -
            RECALLED               | -         | RECALLED:Can       | -           | RETURN_BOOKING/c    | -
            BOOKING                | -         | BOOKING            | -           | RETURN_BOOKING/c    | -
            BOOKING_RECALLED       | -         | BOOKING            | -           | RETURN_BOOKING/c    | -
            BOOKING_CREATED        | -         | BOOKING            | -           | RETURN_BOOKING/c    | -
            SCHEDULED              | -         | RECALLING/v        | -           | RETURN_BOOKING/c    | -
            REJECTED               | -         | REJECTED:Can       | -           | RETURN_BOOKING/c    | -
            DISPATCHED             | -         | DISPATCHED:Dis     | -           | RETURN_BOOKING/c    | -
            DELIVERED              | -         | DELIVERED:Dis      | -           | RETURN_BOOKING/c    | -
            RECALLING              | -         | RECALLING          | -           | RETURN_BOOKING/c    | -
            RECALLING_UNASKED      | -         | RECALLING          | -           | RETURN_BOOKING/c    | -
            RECALLING_STALLED      | -         | RECALLING/v        | -           | RETURN_BOOKING/c    | -
            CANCELLED              | -         | CANCELLED:Can      | -           | RETURN_BOOKING/c    | -
            CANCELLED_STALLED      | -         | CANCELLED:Can      | -           | RETURN_BOOKING/c    | -
            RETURN_BOOKING         | -         | RETURN_BOOKING:Dis | -           | RETURN_BOOKING      | -
            RETURN_BOOKING_STALLED | -         | RETURN_BOOKING:Dis | -           | RETURN_BOOKING/c    | -
            RETURN_BOOKING_CREATED | -         | RETURN_BOOKING:Dis | -           | RETURN_BOOKING      | -
            RETURN_BOOKING_UNSENT  | -         | RETURN_BOOKING:Can | -           | RETURN_BOOKING      | -
            RETURN_IN_TRANSIT      | -         | RETURN_IN_TRANSIT:Dis | -        | RETURN_IN_TRANSIT/w | -
            RETURN_RECEIVED        | -         | RETURN_RECEIVED:Dis | -          | RETURN_RECEIVED:Ret | -
            """;

    private static final String WAY_OUT = """
            state                  | created       | bought          | refused       | booking expired | voided        | voiding expired | moved                | arrived
            NONE                   | -             | -               | -             | -               | -             | -               | -                    | -
            RECALLED               | -             | -               | -             | -               | -             | -               | -                    | -
            BOOKING                | BOOKING/b     | SCHEDULED:Sch/w | REJECTED:Rej  | RECALLING/v     | -             | -               | DISPATCHED:Sch+Dis/w | DELIVERED:Sch+Dis+Del/w
            BOOKING_RECALLED       | CANCELLED:Can | RECALLING/vw    | CANCELLED:Can | RECALLING/v     | -             | -               | DISPATCHED:Sch+Dis/w | DELIVERED:Sch+Dis+Del/w
            BOOKING_CREATED        | -             | SCHEDULED:Sch/w | REJECTED:Rej  | RECALLING/v     | -             | -               | DISPATCHED:Sch+Dis/w | DELIVERED:Sch+Dis+Del/w
            SCHEDULED              | -             | -               | -             | -               | -             | -               | DISPATCHED:Dis       | DELIVERED:Dis+Del
            REJECTED               | -             | REJECTED/v      | -             | -               | -             | REJECTED/v      | -                    | -
            DISPATCHED             | -             | -               | -             | -               | -             | -               | -                    | DELIVERED:Del
            DELIVERED              | -             | -               | -             | -               | -             | -               | -                    | -
            RECALLING              | -             | RECALLING/v     | -             | -               | CANCELLED:Can | RECALLING       | DISPATCHED:Dis       | DELIVERED:Dis+Del
            RECALLING_UNASKED      | -             | RECALLING/vw    | -             | -               | REJECTED:Rej  | RECALLING       | DISPATCHED:Dis/w     | DELIVERED:Dis+Del/w
            RECALLING_STALLED      | -             | RECALLING/v     | -             | -               | CANCELLED:Can | RECALLING       | DISPATCHED:Dis       | DELIVERED:Dis+Del
            CANCELLED              | -             | CANCELLED/v     | -             | -               | -             | CANCELLED/v     | -                    | -
            CANCELLED_STALLED      | -             | CANCELLED/v     | -             | -               | CANCELLED     | CANCELLED/v     | CANCELLED            | CANCELLED
            RETURN_BOOKING         | -             | -               | -             | -               | -             | -               | -                    | -
            RETURN_BOOKING_STALLED | -             | -               | -             | -               | -             | -               | -                    | -
            RETURN_BOOKING_CREATED | -             | -               | -             | -               | -             | -               | -                    | -
            RETURN_BOOKING_UNSENT  | -             | RETURN_BOOKING/v | -            | RETURN_BOOKING/v | -            | RETURN_BOOKING/v | -                   | -
            RETURN_IN_TRANSIT      | -             | -               | -             | -               | -             | -               | -                    | -
            RETURN_RECEIVED        | -             | -               | -             | -               | -             | -               | -                    | -
            """;

    private static final String WAY_BACK = """
            state                  | created          | bought              | refused        | booking expired | voided | voiding expired | moved               | arrived
            NONE                   | -                | -                   | -              | -               | -      | -               | -                   | -
            RECALLED               | -                | -                   | -              | -               | -      | -               | -                   | -
            BOOKING                | -                | -                   | -              | -               | -      | -               | -                   | -
            BOOKING_RECALLED       | -                | -                   | -              | -               | -      | -               | -                   | -
            BOOKING_CREATED        | -                | -                   | -              | -               | -      | -               | -                   | -
            SCHEDULED              | -                | -                   | -              | -               | -      | -               | -                   | -
            REJECTED               | -                | -                   | -              | -               | -      | -               | -                   | -
            DISPATCHED             | -                | -                   | -              | -               | -      | -               | -                   | -
            DELIVERED              | -                | -                   | -              | -               | -      | -               | -                   | -
            RECALLING              | -                | -                   | -              | -               | -      | -               | -                   | -
            RECALLING_UNASKED      | -                | -                   | -              | -               | -      | -               | -                   | -
            RECALLING_STALLED      | -                | -                   | -              | -               | -      | -               | -                   | -
            CANCELLED              | -                | -                   | -              | -               | -      | -               | -                   | -
            CANCELLED_STALLED      | -                | -                   | -              | -               | -      | -               | -                   | -
            RETURN_BOOKING         | RETURN_BOOKING/b | RETURN_IN_TRANSIT/w | RETURN_BOOKING | RETURN_BOOKING  | -      | -               | RETURN_IN_TRANSIT/w | RETURN_RECEIVED:Ret
            RETURN_BOOKING_STALLED | RETURN_BOOKING/b | RETURN_IN_TRANSIT/w | RETURN_BOOKING | RETURN_BOOKING  | -      | -               | RETURN_IN_TRANSIT/w | RETURN_RECEIVED:Ret
            RETURN_BOOKING_CREATED | -                | RETURN_IN_TRANSIT/w | RETURN_BOOKING | RETURN_BOOKING  | -      | -               | RETURN_IN_TRANSIT/w | RETURN_RECEIVED:Ret
            RETURN_BOOKING_UNSENT  | RETURN_BOOKING/b | RETURN_IN_TRANSIT/w | RETURN_BOOKING | RETURN_BOOKING  | -      | -               | RETURN_IN_TRANSIT/w | RETURN_RECEIVED:Ret
            RETURN_IN_TRANSIT      | -                | -                   | -              | -               | -      | -               | RETURN_IN_TRANSIT   | RETURN_RECEIVED:Ret
            RETURN_RECEIVED        | -                | -                   | -              | -               | -      | -               | -                   | -
            """;

    private static final Map<String, String> EVENTS = Map.of(
            "ShipmentScheduled", "Sch",
            "ShipmentRejected", "Rej",
            "ShipmentDispatched", "Dis",
            "ShipmentDelivered", "Del",
            "ShipmentCancelled", "Can",
            "ReturnReceived", "Ret");

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @MethodSource("cells")
    void decides(Known state, String what, Input input, String expected) {
        assertThat(cell(Decider.decide(state.shipment(), input))).isEqualTo(expected);
    }

    @Test
    void theTableIsWhole() {
        for (var table : List.of(REQUESTS, WAY_OUT, WAY_BACK)) {
            assertThat(rows(table).map(row -> row.getFirst()))
                    .containsExactlyElementsOf(
                            Arrays.stream(Known.values()).map(Enum::name).toList());
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                        cells("", REQUESTS, null),
                        cells("out ", WAY_OUT, Known.OUT),
                        cells("back ", WAY_BACK, Known.BACK))
                .flatMap(cells -> cells);
    }

    private static Stream<Arguments> cells(String prefix, String table, UUID label) {
        var inputs = header(table);
        return rows(table)
                .flatMap(row -> inputs.stream()
                        .skip(1)
                        .map(input -> Arguments.of(
                                Known.valueOf(row.getFirst()),
                                prefix + input,
                                input(
                                        input,
                                        label,
                                        Known.valueOf(row.getFirst()).shipment()),
                                row.get(inputs.indexOf(input)))));
    }

    private static Input input(String name, UUID label, Shipment state) {
        var tracking = Known.BACK.equals(label) ? Known.TRACKING_BACK : Known.TRACKING;
        return switch (name) {
            case "confirmed" -> new Confirmed(Known.FRESH, Known.HOME);
            case "recall" -> new RecallRequested(state.recallRound() + 1);
            case "same recall" -> new RecallRequested(state.recallRound());
            case "return" -> new ReturnAccepted(Known.FRESH, state.returnRound() + 1, Known.HOME);
            case "same return" -> new ReturnAccepted(Known.FRESH, state.returnRound(), Known.HOME);
            case "created" -> new LabelCreated(label, "shp_new", "rate_1");
            case "bought" -> new LabelBought(label, tracking, Known.MONDAY);
            case "refused" -> new LabelRefused(label, state.carrierIdOf(label).orElse(null), "undeliverable");
            case "booking expired" -> new BookingExpired(label);
            case "voided" -> new LabelVoided(label);
            case "voiding expired" -> new VoidingExpired(label);
            case "moved" -> new ParcelMoved(label, tracking, Known.TUESDAY);
            case "arrived" -> new ParcelArrived(label, tracking, null, Known.WEDNESDAY);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String cell(Step step) {
        if (!(step instanceof Applied applied)) {
            return "-";
        }
        var events = applied.events().stream().map(EveryStateAndInputTest::code).collect(Collectors.joining("+"));
        var calls = applied.calls().stream().map(EveryStateAndInputTest::code).collect(Collectors.joining());
        return applied.next().status() + (events.isEmpty() ? "" : ":" + events) + (calls.isEmpty() ? "" : "/" + calls);
    }

    private static String code(ShippingEvent event) {
        return EVENTS.get(event.getClass().getSimpleName());
    }

    private static String code(Call call) {
        return switch (call) {
            case Call.CreateLabel create -> "c";
            case Call.BuyLabel buy -> "b";
            case Call.VoidLabel take -> "v";
            case Call.WatchParcel watch -> "w";
        };
    }

    private static List<String> header(String table) {
        return split(table.lines().findFirst().orElseThrow());
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines().skip(1).map(EveryStateAndInputTest::split);
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }
}
