package dev.orderflow.client;

import dev.orderflow.client.model.Intake;
import dev.orderflow.client.model.IntakeChange;
import dev.orderflow.client.model.Resolution;
import dev.orderflow.client.model.Saga;
import java.util.Locale;
import java.util.UUID;

/** What operators do with orders. */
public final class OrderAdmin {

    private final Calls calls;

    OrderAdmin(Calls calls) {
        this.calls = calls;
    }

    /** Stuck ones with the longest wait first, active ones with the next deadline first. */
    public Listing<Saga> sagas(Saga.Kind kind) {
        var state = kind.name().toLowerCase(Locale.ROOT);
        return calls.list(
                Operations.LIST_SAGAS, Request.of(Operations.LIST_SAGAS).query("state", state));
    }

    /** Asks again whoever has not answered. */
    public Call<Saga> retry(UUID order) {
        return calls.of(Operations.RETRY_SAGA, Request.of(Operations.RETRY_SAGA).path("id", order));
    }

    /** Closes a stuck order by hand. */
    public Call<Saga> resolve(UUID order, Resolution resolution) {
        return calls.of(
                Operations.RESOLVE_SAGA,
                Request.of(Operations.RESOLVE_SAGA).path("id", order).body(resolution));
    }

    /** Whether orders are taken. */
    public Call<Intake> intake() {
        return calls.of(Operations.GET_INTAKE, Request.of(Operations.GET_INTAKE));
    }

    /** Stops or resumes taking orders. */
    public Call<Intake> changeIntake(boolean open) {
        return calls.of(
                Operations.CHANGE_INTAKE, Request.of(Operations.CHANGE_INTAKE).body(new IntakeChange(open)));
    }

    /** Erases a customer's personal data everywhere. Refused while they have an open order. */
    public Call<Void> eraseCustomer(String customer) {
        return calls.of(
                Operations.ERASE_CUSTOMER, Request.of(Operations.ERASE_CUSTOMER).path("id", customer));
    }
}
