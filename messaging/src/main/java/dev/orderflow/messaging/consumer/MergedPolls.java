package dev.orderflow.messaging.consumer;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hands on together what was polled while the batch before was handled. The connector by itself hands on one poll after the
 * other, however small they are, and stops polling when two of them wait, until both are gone and its poll of nothing has
 * ended ({@code poll-timeout}): a service that is behind would have nothing to do in between.
 */
@ApplicationScoped
class MergedPolls implements PublisherDecorator {

    /** Before what calls a handler on the context that its message brought (SmallRye's ContextDecorator has 0). */
    private static final int BEFORE_CONTEXTS = -10;

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> polls, List<String> channels, boolean isConnector) {
        return isConnector ? merged(polls) : polls;
    }

    /** As many as there is room for are polled ahead of who handles them. */
    static Multi<Message<?>> merged(Multi<? extends Message<?>> polls) {
        return Multi.createFrom().deferred(() -> {
            var waiting = new WaitingPolls();
            polls.subscribe().withSubscriber(waiting);
            return Multi.createBy()
                    .repeating()
                    .uni(waiting::next)
                    .until(WaitingPolls::isEnd)
                    .onTermination()
                    .invoke(waiting::close);
        });
    }

    @Override
    public int getPriority() {
        return BEFORE_CONTEXTS;
    }
}
