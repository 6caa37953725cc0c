package dev.orderflow.devservices.carrier;

import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Settings;
import dev.orderflow.devservices.webhook.Webhooks;
import java.io.IOException;
import java.util.List;

/**
 * A carrier that speaks a part of EasyPost's API. Parcels travel by themselves once their label is bought; what it has
 * answered survives SIGKILL, and journeys and webhooks go on after the restart.
 */
public final class Carrier {

    private Carrier() {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.ofEnvironment();
        Depot depot = new Depot(settings.data().resolve("depot.jsonl"));
        Webhooks webhooks = new Webhooks(
                settings.webhookUrls(),
                Events.signature(settings.webhookSecret()),
                id -> depot.commit(List.of(new Entry.EventDelivered(id))));
        Journeys journeys = new Journeys(depot, webhooks, Delays.of(settings));
        journeys.resume();
        Shipments shipments = new Shipments(depot, journeys);
        CarrierApi api = new CarrierApi(settings.apiKey(), depot, shipments, webhooks);
        PartyServer.serve(settings.port(), api.routes(), depot::sync);
    }
}
