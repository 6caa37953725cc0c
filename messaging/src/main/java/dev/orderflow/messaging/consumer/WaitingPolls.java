package dev.orderflow.messaging.consumer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * The polls of a channel that nobody has asked for yet: another is asked for while fewer than 16 wait, and fewer than 500
 * records. Safe from any thread; one caller at a time may wait for the next.
 */
final class WaitingPolls implements MultiSubscriber<Message<?>> {

    private static final int MOST_POLLS = 16;

    /** As many as one poll brings at most ({@code max.poll.records}). */
    private static final int MOST_RECORDS = 500;

    private static final Message<?> END = Message.of("end");

    private final Queue<Message<?>> polls = new ArrayDeque<>();
    private Flow.Subscription source;
    private UniEmitter<? super Message<?>> caller;
    private Message<?> end;
    private Throwable failure;
    private int records;
    private boolean asked;

    /** What waits, as one of 500 records at most; or the next poll as soon as it comes. Fails when the channel has failed. */
    Uni<Message<?>> next() {
        return Uni.createFrom().emitter(asking -> {
            synchronized (this) {
                caller = asking;
            }
            proceed();
        });
    }

    /** Nothing comes after it. */
    static boolean isEnd(Message<?> poll) {
        return poll == END;
    }

    void close() {
        source.cancel();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        proceed();
    }

    @Override
    public void onItem(Message<?> poll) {
        synchronized (this) {
            polls.add(poll);
            records += Polled.count(poll);
            asked = false;
        }
        proceed();
    }

    @Override
    public void onFailure(Throwable fault) {
        synchronized (this) {
            failure = fault;
        }
        proceed();
    }

    @Override
    public void onCompletion() {
        synchronized (this) {
            end = END;
        }
        proceed();
    }

    /** Outside the lock: both may come back at once, with the next poll or for it. */
    private void proceed() {
        answer().run();
        if (isToAsk()) {
            source.request(1);
        }
    }

    private synchronized Runnable answer() {
        var asking = caller;
        if (asking == null || (polls.isEmpty() && failure == null && end == null)) {
            return () -> {};
        }
        caller = null;
        if (!polls.isEmpty()) {
            var some = taken();
            return () -> asking.complete(Polled.together(some));
        }
        return failure == null ? () -> asking.complete(END) : () -> asking.fail(failure);
    }

    private List<Message<?>> taken() {
        var some = new ArrayList<Message<?>>();
        int count = 0;
        while (!polls.isEmpty() && (some.isEmpty() || count + Polled.count(polls.peek()) <= MOST_RECORDS)) {
            count += Polled.count(polls.peek());
            some.add(polls.remove());
        }
        records -= count;
        return some;
    }

    private synchronized boolean isToAsk() {
        boolean isRoom = polls.size() < MOST_POLLS && records < MOST_RECORDS;
        boolean isToAsk = source != null && isRoom && !asked && failure == null && end == null;
        asked = asked || isToAsk;
        return isToAsk;
    }
}
