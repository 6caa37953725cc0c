package dev.orderflow.client;

import dev.orderflow.client.model.BestSeller;
import dev.orderflow.client.model.Cancellations;
import dev.orderflow.client.model.CustomerPattern;
import dev.orderflow.client.model.Figures;
import dev.orderflow.client.model.Latency;
import dev.orderflow.client.model.Minute;
import java.time.Instant;

/**
 * What orders do, as it is counted. For operators, but for a customer's own pattern. Refused with {@code unavailable} while
 * figures are counted anew or moved: such calls are tried again.
 */
public final class Analytics {

    private final Calls calls;

    Analytics(Calls calls) {
        this.calls = calls;
    }

    /** The last hour's, oldest first; minutes in which nothing happened are left out. */
    public Call<Figures<Minute>> minutes() {
        return minutes(null, null);
    }

    /**
     * @param from null for an hour before the end
     * @param to at most a day later, and no longer included; null for now
     */
    public Call<Figures<Minute>> minutes(Instant from, Instant to) {
        var request = Request.of(Operations.LIST_MINUTES).query("from", from).query("to", to);
        return calls.of(Operations.LIST_MINUTES, request);
    }

    /** What most orders are cancelled for first. */
    public Call<Figures<Cancellations>> cancellations() {
        return calls.of(Operations.LIST_CANCELLATIONS, Request.of(Operations.LIST_CANCELLATIONS));
    }

    /** In the order of the saga; steps that no order has made are left out. */
    public Call<Figures<Latency>> latencies() {
        return calls.of(Operations.LIST_LATENCIES, Request.of(Operations.LIST_LATENCIES));
    }

    /**
     * By the pieces that were delivered, most first.
     *
     * @param most how many products, 1 to 200
     */
    public Call<Figures<BestSeller>> bestSellers(int most) {
        return calls.of(
                Operations.LIST_BEST_SELLERS,
                Request.of(Operations.LIST_BEST_SELLERS).query("limit", most));
    }

    /** How a customer orders: the caller, or anybody to an operator. */
    public Call<CustomerPattern> customer(String id) {
        return calls.of(
                Operations.GET_PATTERN, Request.of(Operations.GET_PATTERN).path("id", id));
    }
}
