package dev.orderflow.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way to a customer's endpoint.
 *
 * @param id the notification's: what the receiver knows the event by
 * @param round counts the beginnings: a new one outdates what is left of those before
 * @param attempts calls that were made, in all rounds
 * @param earlier those of them that were made before this round
 * @param outcome of the last attempt, in one stable word; null before it
 * @param statusCode of the last attempt; null if there was no answer
 * @param nextAt null if it is not tried again by itself
 */
public record HookDelivery(
        UUID id,
        UUID orderId,
        String customerId,
        Template template,
        HookState state,
        int round,
        int attempts,
        int earlier,
        String outcome,
        Integer statusCode,
        Instant attemptedAt,
        Instant nextAt,
        Instant deadline,
        Instant createdAt) {

    public static HookDelivery of(Notification notification, Instant deadline) {
        var now = notification.createdAt();
        return new HookDelivery(
                notification.id(),
                notification.orderId(),
                notification.customerId(),
                notification.message().template(),
                HookState.PENDING,
                0,
                0,
                0,
                null,
                null,
                null,
                now,
                deadline,
                now);
    }

    /**
     * How long a retry by hand has to wait, zero if it need not: while a try is due or under way, and for a while after the
     * last one. A customer's URL may be somebody else's, whom we must not call as fast as somebody asks us to.
     */
    public Duration retryIn(Instant now, Duration pause) {
        if (state == HookState.PENDING && !nextAt.isAfter(now)) {
            return pause;
        }
        var since = attemptedAt == null ? pause : Duration.between(attemptedAt, now);
        return since.compareTo(pause) < 0 ? pause.minus(since) : Duration.ZERO;
    }

    /** What the pauses of this round grow by. */
    public int attemptsOfRound() {
        return attempts - earlier;
    }

    /** Begins anew, at once, and with the shortest pause if that fails. */
    public HookDelivery again(Instant now, Instant until) {
        return new HookDelivery(
                id,
                orderId,
                customerId,
                template,
                HookState.PENDING,
                round + 1,
                attempts,
                attempts,
                outcome,
                statusCode,
                attemptedAt,
                now,
                until,
                createdAt);
    }

    /**
     * What an attempt makes of it; empty if the attempt doesn't count.
     *
     * @param of the round that the attempt belongs to
     * @param retryAt when it would be tried again; behind the deadline it is not
     */
    public Optional<HookDelivery> after(HookAnswer answer, int of, Instant now, Instant retryAt) {
        if (of != round || state != HookState.PENDING) {
            return Optional.empty();
        }
        return switch (answer) {
            case HookAnswer.Responded response
            when response.isTaken() ->
                Optional.of(tried(HookState.DELIVERED, "delivered", response.status(), now, null));
            case HookAnswer.Responded response
            when response.isGone() -> Optional.of(tried(HookState.FAILED, "gone", response.status(), now, null));
            case HookAnswer.Responded response -> Optional.of(later("refused", response.status(), now, retryAt));
            case HookAnswer.Unreached(var why) -> Optional.of(later(why, null, now, retryAt));
            case HookAnswer.Unwanted(var why) -> Optional.of(ended(why));
            case HookAnswer.Busy() -> Optional.of(waiting(retryAt));
            case HookAnswer.Outdated() -> Optional.empty();
        };
    }

    /** Its time is over without an attempt that told anything. */
    public Optional<HookDelivery> late(int of) {
        return of == round && state == HookState.PENDING ? Optional.of(ended("timed-out")) : Optional.empty();
    }

    private HookDelivery later(String why, Integer status, Instant now, Instant retryAt) {
        return retryAt.isBefore(deadline)
                ? tried(HookState.PENDING, why, status, now, retryAt)
                : tried(HookState.FAILED, why, status, now, null);
    }

    private HookDelivery tried(HookState next, String why, Integer status, Instant now, Instant retryAt) {
        return new HookDelivery(
                id,
                orderId,
                customerId,
                template,
                next,
                round,
                attempts + 1,
                earlier,
                why,
                status,
                now,
                retryAt,
                deadline,
                createdAt);
    }

    private HookDelivery ended(String why) {
        return new HookDelivery(
                id,
                orderId,
                customerId,
                template,
                HookState.FAILED,
                round,
                attempts,
                earlier,
                why,
                null,
                attemptedAt,
                null,
                deadline,
                createdAt);
    }

    private HookDelivery waiting(Instant until) {
        return new HookDelivery(
                id,
                orderId,
                customerId,
                template,
                state,
                round,
                attempts,
                earlier,
                outcome,
                statusCode,
                attemptedAt,
                until,
                deadline,
                createdAt);
    }
}
