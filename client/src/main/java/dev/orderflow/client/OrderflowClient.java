package dev.orderflow.client;

import dev.orderflow.client.model.Ticket;
import java.net.http.HttpClient;

/**
 * Asks Orderflow's services, as one caller. One is enough for a program: it may be used by any number of threads.
 *
 * <p>Each method describes a {@link Call}, which is then executed, now or in the background. What is refused is a
 * {@link ProblemException}. Calls that may be repeated are, when the service could not be reached, was overloaded, or its
 * answer got lost; every call that makes something has a key, so that it takes effect once.
 */
public final class OrderflowClient implements AutoCloseable {

    private final HttpClient ownHttp;
    private final Background background = new Background();
    private final Calls calls;

    /** @param ownHttp to be closed with it; null if it is somebody else's */
    OrderflowClient(Settings settings, HttpClient http, HttpClient ownHttp) {
        this.ownHttp = ownHttp;
        this.calls = new Calls(new Wire(settings, new Sender(http, settings)), background);
    }

    public static ClientBuilder builder() {
        return new ClientBuilder();
    }

    public Orders orders() {
        return new Orders(calls);
    }

    public OrderAdmin orderAdmin() {
        return new OrderAdmin(calls);
    }

    public Inventory inventory() {
        return new Inventory(calls);
    }

    public Payments payments() {
        return new Payments(calls);
    }

    public Shipments shipments() {
        return new Shipments(calls);
    }

    public Notifications notifications() {
        return new Notifications(calls);
    }

    public Loyalty loyalty() {
        return new Loyalty(calls);
    }

    public Analytics analytics() {
        return new Analytics(calls);
    }

    /** @throws IllegalArgumentException at each call, if that service has nothing of the kind: analytics */
    public Admin admin(Service service) {
        return new Admin(calls, service);
    }

    /**
     * What a browser shows that service in the place of the token, once and within 30 s. Executed again with the same token
     * the same call answers with the same ticket: for each connection make another.
     *
     * @throws IllegalArgumentException if that service has nothing to be watched: analytics
     */
    public Call<Ticket> ticket(Service service) {
        return calls.of(Operations.CREATE_TICKET, Request.of(Operations.CREATE_TICKET, service));
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        background.close();
        if (ownHttp != null) {
            ownHttp.shutdownNow();
        }
    }
}
