package dev.orderflow.messaging.loop;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/**
 * What is done at intervals ends with the first of a stop. Quarkus' scheduler goes on until the last of it, when the pool is
 * closed: each turn then fails, and is told of as an error that occurred after the shutdown.
 */
@Singleton
final class ScheduledWork {

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
