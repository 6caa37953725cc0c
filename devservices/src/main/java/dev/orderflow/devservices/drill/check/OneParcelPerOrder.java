package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Parcel;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the carrier's own list: a label that was bought twice is a parcel that no order knows. */
final class OneParcelPerOrder implements Invariant {

    private static final String GIVEN_BACK = "cancelled";

    @Override
    public String words() {
        return "one parcel for each delivered order, one more for each that came back";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, Long> parcels = seen.parcels().stream()
                .filter(parcel -> !parcel.isReturn() && !parcel.status().equals(GIVEN_BACK))
                .collect(Collectors.groupingBy(Parcel::trackingNumber, Collectors.counting()));
        Set<String> shipped = seen.orders().stream()
                .filter(Order::isShipped)
                .map(Order::trackingNumber)
                .collect(Collectors.toSet());
        return Stream.of(
                        parcels.keySet().stream()
                                .filter(parcel -> !shipped.contains(parcel))
                                .map(parcel -> violation("parcel " + parcel, "an order", "none")),
                        seen.orders().stream()
                                .filter(order -> order.isShipped() && !parcels.containsKey(order.trackingNumber()))
                                .map(order -> violation(order.id(), "parcel " + order.trackingNumber(), "none")),
                        returns(seen))
                .flatMap(found -> found);
    }

    /** The carrier does not know whose parcel comes back. */
    private Stream<Violation> returns(Observations seen) {
        long expected = seen.orders().stream()
                .filter(order -> order.status().equals("RETURNED"))
                .count();
        long parcels = seen.parcels().stream()
                .filter(parcel -> parcel.isReturn() && !parcel.status().equals(GIVEN_BACK))
                .count();
        return parcels == expected ? Stream.empty() : Stream.of(violation("returns", expected, parcels));
    }
}
