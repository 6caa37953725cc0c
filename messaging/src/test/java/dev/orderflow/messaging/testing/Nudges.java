package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.transaction.Committed;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The container's part in a nudge, without a container. */
public final class Nudges implements Event<Committed> {

    private final List<Consumer<Committed>> observers = new CopyOnWriteArrayList<>();

    public void observe(Consumer<Committed> observer) {
        observers.add(observer);
    }

    @Override
    public void fire(Committed event) {
        observers.forEach(observer -> observer.accept(event));
    }

    @Override
    public <U extends Committed> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Committed> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<Committed> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Committed> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Committed> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
