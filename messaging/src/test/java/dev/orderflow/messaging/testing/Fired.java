package dev.orderflow.messaging.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The container's events, without a container. */
public final class Fired<E> implements Event<E> {

    private final List<Consumer<? super E>> observers = new CopyOnWriteArrayList<>();

    public void observe(Consumer<? super E> observer) {
        observers.add(observer);
    }

    @Override
    public void fire(E event) {
        observers.forEach(observer -> observer.accept(event));
    }

    @Override
    public <U extends E> CompletionStage<U> fireAsync(U event) {
        return CompletableFuture.supplyAsync(() -> {
            fire(event);
            return event;
        });
    }

    @Override
    public <U extends E> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<E> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends E> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends E> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
