package dev.orderflow.payment.gateway;

import dev.orderflow.payment.domain.reconciliation.Booked;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads what the provider has in its books, through its ordinary API. Changes nothing there. */
@Singleton
public class ProviderBooks {

    /** The most that the provider hands out at once. */
    private static final int PAGE = 100;

    private final StripeApi api;
    private final ProviderGuard guard;

    @Inject
    ProviderBooks(@RestClient StripeApi api, ProviderGuard guard) {
        this.api = api;
        this.guard = guard;
    }

    /**
     * The intents that were created in that time, newest first, whether or not they are ours.
     *
     * @param after the last intent of the page before; null for the first page
     */
    public Uni<Excerpt> page(Instant from, Instant to, String after) {
        return guard.ask(
                        StripeBookings.class,
                        () -> api.bookings(
                                from.getEpochSecond(), to.getEpochSecond(), PAGE, after, "data.latest_charge"))
                .map(ProviderBooks::excerpt);
    }

    /** One intent; the excerpt has no booking if the provider does not know it. */
    public Uni<Excerpt> find(String intentId) {
        return guard.ask(StripeBooking.class, () -> api.booking(intentId, "latest_charge"))
                .map(found -> excerpt(intentId, found));
    }

    private static Excerpt excerpt(StripeBookings page) {
        refuse(page.error());
        var booked = page.data().stream().map(StripeBooking::booked).toList();
        var intents = booked.stream().map(Booked::intentId).toList();
        return new Excerpt(intents, booked, page.hasMore() ? intents.getLast() : null);
    }

    private static Excerpt excerpt(String intentId, StripeBooking found) {
        if (found.error() == null) {
            return new Excerpt(List.of(intentId), List.of(found.booked()), null);
        }
        if (!found.error().is("resource_missing")) {
            refuse(found.error());
        }
        return new Excerpt(List.of(intentId), List.of(), null);
    }

    /** That it is refused says nothing about the money. */
    private static void refuse(StripeError error) {
        if (error != null) {
            throw new IllegalStateException("the payment provider shows no books: " + error.reason());
        }
    }
}
