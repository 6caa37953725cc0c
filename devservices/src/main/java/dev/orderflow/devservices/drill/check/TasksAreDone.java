package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.check.Observations.Task;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.system.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service owes the outside it has done: no call waits for ever, and none was given up. Parcels are looked up until
 * they have arrived, first after two minutes, so that the last look at each is still to come; and a payment that its
 * order's deadline has ended during a cut was given up by the drill's doing.
 */
final class TasksAreDone implements Invariant {

    private static final String WATCH = "watch-parcel";
    private static final String GIVEN_UP = "EXPIRED";
    private static final String RETURN = "orderflow.order.return-accepted";

    @Override
    public String words() {
        return "no call to the outside is still owed, none was given up, and each parcel is watched once";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<Boolean, List<Task>> tasks =
                seen.tasks().stream().collect(Collectors.partitioningBy(TasksAreDone::isWatch));
        Set<String> unpaid = unpaid(seen);
        return Stream.concat(
                tasks.get(false).stream()
                        .filter(task -> !isExplained(task, unpaid))
                        .map(task -> violation(subject(task), "no task", words(task))),
                watchedTwice(tasks.get(true), seen));
    }

    private static boolean isWatch(Task task) {
        return task.service() == Service.SHIPPING
                && task.kind().equals(WATCH)
                && !task.state().equals(GIVEN_UP);
    }

    private static boolean isExplained(Task task, Set<String> unpaid) {
        return task.service() == Service.PAYMENT && task.state().equals(GIVEN_UP) && unpaid.contains(task.key());
    }

    /** Orders whose payment a cut of the provider may have kept past its deadline, whatever became of them. */
    private static Set<String> unpaid(Observations seen) {
        Unpaid unpaid = Unpaid.of(seen);
        Map<String, Order> orders = seen.orders().stream().collect(Collectors.toMap(Order::id, Function.identity()));
        Set<String> found = new HashSet<>();
        for (Purchase purchase : seen.purchases()) {
            Order order = orders.get(purchase.orderId());
            if (order != null && unpaid.mayBe(purchase, order)) {
                found.add(order.id());
            }
        }
        return found;
    }

    /**
     * A parcel out, and one back, whatever became of the order then: whose second look was scheduled twice, that took
     * effect twice.
     */
    private Stream<Violation> watchedTwice(List<Task> watches, Observations seen) {
        Set<String> returned = seen.journals().getOrDefault(Service.ORDER, List.of()).stream()
                .filter(event -> event.type().equals(RETURN))
                .map(Recorded::key)
                .collect(Collectors.toSet());
        return watches.stream().collect(Collectors.groupingBy(Task::key, Collectors.counting())).entrySet().stream()
                .filter(each -> each.getValue() > (returned.contains(each.getKey()) ? 2 : 1))
                .map(each -> violation(
                        "shipping " + each.getKey(), "one look at each parcel", each.getValue() + " " + WATCH));
    }

    private static String subject(Task task) {
        return task.service().module() + " " + task.key();
    }

    private static String words(Task task) {
        return task.state() + " " + task.kind() + " after " + task.attempt() + " tries"
                + (task.error() == null ? "" : ": " + task.error());
    }
}
