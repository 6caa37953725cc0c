package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.system.Endpoints;
import java.util.Map;

/** The networks between the services and those outside parties that they call by HTTP. */
public record Outside(PartyProxy provider, PartyProxy carrier) implements AutoCloseable {

    public static Outside of(Endpoints endpoints) {
        return new Outside(PartyProxy.before(endpoints.paymentProvider()), PartyProxy.before(endpoints.carrier()));
    }

    /** What services have to be told to come this way. */
    public Map<String, String> serviceVariables() {
        return Map.of("ORDERFLOW_PAYMENT_PROVIDER_URL", provider.url(), "ORDERFLOW_CARRIER_URL", carrier.url());
    }

    @Override
    public void close() {
        provider.close();
        carrier.close();
    }
}
