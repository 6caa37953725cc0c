package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.fault.Faults;
import dev.orderflow.devservices.drill.load.Load;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.drill.load.Shelf;
import dev.orderflow.devservices.system.Endpoints;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that can be seen from outside, as it is when it is asked for.
 *
 * @param replicas how many there have been of a service at most; one that never was has no log
 */
record Look(
        OrderflowSystem system,
        DrillPlan plan,
        int replicas,
        Load load,
        List<Purchase> purchases,
        Faults faults,
        Stalls stalls) {

    boolean allFinal() {
        return new Observer(system).orders().stream().allMatch(Order::isFinal);
    }

    Observations now() {
        Endpoints endpoints = system.endpoints();
        Observer observer = new Observer(system);
        List<Order> orders = observer.orders();
        Database database = new Database(endpoints);
        Map<Service, List<Recorded>> journals = new Journals(database).read();
        return new Observations(
                purchases,
                orders,
                observer.payments(),
                observer.shelves(Shelf.products()),
                observer.holds(),
                observer.parcels(),
                new Mails(endpoints.mail()).read(),
                observer.letters(),
                journals,
                new Tasks(database).read(),
                new Products(database, endpoints.kafkaBootstrap(), load.products()).read(),
                new Topics(endpoints.kafkaBootstrap()).read(topics(journals)),
                new Groups(endpoints.kafkaBootstrap()).read(),
                new Takeovers(system, replicas).read(),
                plan,
                faults.done(),
                faults.republisher().repeated(),
                new Traces(database, system, replicas).of(erased()),
                new Ledgers(database).read(),
                new Counts(new JournalFigures(endpoints.jdbcUrl(Service.ORDER)), observer.figures()).read(),
                stalls.seen());
    }

    /** The words of those who want to be forgotten. */
    private List<String> erased() {
        return purchases.stream()
                .filter(Purchase::isErased)
                .map(purchase -> purchase.script().marker())
                .toList();
    }

    private static Set<String> topics(Map<Service, List<Recorded>> journals) {
        return journals.values().stream()
                .flatMap(List::stream)
                .map(Recorded::topic)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
