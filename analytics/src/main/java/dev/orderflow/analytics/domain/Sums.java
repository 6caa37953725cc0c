package dev.orderflow.analytics.domain;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;

import dev.orderflow.contracts.value.Money;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Amounts of several currencies: one sum for each, by the names of the currencies. Never converts. */
final class Sums {

    private Sums() {}

    static List<Money> plus(Collection<Money> some, Collection<Money> others) {
        return Stream.of(some, others)
                .flatMap(Collection::stream)
                .collect(collectingAndThen(
                        toMap(Money::currency, money -> money, Money::plus, TreeMap::new),
                        sums -> List.copyOf(sums.values())));
    }
}
