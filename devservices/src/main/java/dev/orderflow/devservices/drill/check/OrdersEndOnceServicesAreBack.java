package dev.orderflow.devservices.drill.check;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a killed service has held up ends soon once it is back. Nothing is excused: nothing else goes wrong meanwhile, and
 * the time that outside parties need, or that the machine stalls, counts. A comeback that shows nothing, because no order
 * was open or another fault came too early, is a finding as well.
 */
final class OrdersEndOnceServicesAreBack implements Invariant {

    @Override
    public String words() {
        return "every order that was open when a service was back that had been killed as a whole is final soon (15 s, or"
                + " what --final-within says), with nothing else wrong meanwhile";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Duration allowed = seen.plan().calm();
        List<Comeback> comebacks = Comeback.of(seen);
        return comebacks.stream()
                .flatMap(comeback -> Stream.concat(late(comeback, allowed), withoutProof(comeback, allowed, seen)));
    }

    private Stream<Violation> late(Comeback comeback, Duration allowed) {
        return comeback.open().stream()
                .filter(order -> comeback.wait(order).compareTo(allowed) > 0)
                .map(order -> violation(
                        order.order(),
                        "final within " + words(allowed) + " after " + name(comeback) + " was back",
                        words(comeback.wait(order)) + ", at " + order.end()));
    }

    private Stream<Violation> withoutProof(Comeback comeback, Duration allowed, Observations seen) {
        Stream<Violation> empty = comeback.open().isEmpty()
                ? Stream.of(violation(name(comeback), "some orders open when it was back", "none"))
                : Stream.empty();
        Stream<Violation> disturbed = seen.faults().stream()
                .filter(fault -> comeback.isDisturbedBy(fault, allowed))
                .map(fault -> violation(
                        name(comeback),
                        "nothing else wrong for " + words(allowed),
                        fault.fault().words() + " at " + fault.begin()));
        return Stream.concat(empty, disturbed);
    }

    private static String name(Comeback comeback) {
        return comeback.service().module();
    }

    private static String words(Duration duration) {
        return duration.toMillis() / 1_000.0 + " s";
    }
}
