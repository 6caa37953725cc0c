package dev.orderflow.analytics.streams;

import dev.orderflow.analytics.domain.CustomerEntry;
import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.Milestone;
import dev.orderflow.analytics.domain.OrderHistory;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.contracts.value.OrderLine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;

/** What stores and topics hold as JSON, and what Kafka makes by its name. The domain knows no Quarkus. */
@RegisterForReflection(
        targets = {
            CustomerEntry.class,
            CustomerPattern.class,
            OrderHistory.class,
            Tally.class,
            Count.class,
            Milestone.class,
            DayOfWeek.class,
            OrderLine[].class,
            BoundedFiles.class
        })
final class NativeTypes {

    private NativeTypes() {}
}
