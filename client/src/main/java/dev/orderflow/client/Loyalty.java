package dev.orderflow.client;

import dev.orderflow.client.model.Points;
import dev.orderflow.client.model.PointsMovement;

/** What customers have earned. */
public final class Loyalty {

    private final Calls calls;

    Loyalty(Calls calls) {
        this.calls = calls;
    }

    /** The caller's. */
    public Call<Points> points() {
        return calls.of(Operations.GET_POINTS, Request.of(Operations.GET_POINTS));
    }

    /** A customer's, to an operator. */
    public Call<Points> points(String customerId) {
        return calls.of(Operations.GET_POINTS, Request.of(Operations.GET_POINTS).query("customerId", customerId));
    }

    /** What the caller has earned and lost, newest first. */
    public Listing<PointsMovement> movements() {
        return calls.list(Operations.LIST_MOVEMENTS, Request.of(Operations.LIST_MOVEMENTS));
    }

    /** The same of a customer, to an operator. */
    public Listing<PointsMovement> movements(String customerId) {
        return calls.list(
                Operations.LIST_MOVEMENTS, Request.of(Operations.LIST_MOVEMENTS).query("customerId", customerId));
    }
}
