package dev.orderflow.shipping.carrier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Which carrier, and how patient shipping is with it. */
@ConfigMapping(prefix = "orderflow.carrier")
public interface CarrierConfig {

    /** Root of the carrier's API, without {@code /v2}. */
    URI url();

    /** API key, the user name of its basic authentication. */
    String key();

    /** The secret that signs the carrier's webhooks; two, separated by a comma, while it is being changed. */
    List<String> webhookSecret();

    /** What the address ends with that the carrier was told to send webhooks to, a gateway's own path in it. */
    @WithDefault("/webhooks/carriers")
    String webhookAddress();

    /** How old, or how far ahead of this clock, a webhook may be that says when it was sent. */
    @WithDefault("5m")
    Duration webhookTolerance();

    /** False refuses webhooks that don't say when they were sent; for carriers' accounts that always do. */
    @WithDefault("true")
    boolean webhookUntimed();

    /** How long a label is tried to be bought; after that whatever was bought is voided and the order rejected. */
    @WithDefault("30m")
    Duration bookWithin();

    /** How long a label is tried to be voided; after that operators see it, and a repeated recall tries again. */
    @WithDefault("30m")
    Duration voidWithin();

    /**
     * How long after its label was bought a parcel is looked up first, in case its webhooks are lost; then each time after
     * as long again as it has been under way. Losing a webhook delays its news by such a pause at most.
     */
    @WithDefault("2m")
    Duration watchEvery();

    /** The longest pause between two looks at a parcel, unless {@link #watchEvery} is longer. */
    @WithDefault("6h")
    Duration watchAtLeastEvery();

    /** How long a parcel is looked for; the order's own deadlines end long before. */
    @WithDefault("90d")
    Duration watchFor();

    Warehouse warehouse();

    Parcel parcel();

    /** Where parcels leave from and returns go to. */
    interface Warehouse {

        @WithDefault("Orderflow")
        String name();

        @WithDefault("Dock Road 1")
        String street();

        @WithDefault("Hamburg")
        String city();

        @WithDefault("20457")
        String postalCode();

        /** ISO 3166-1 alpha-2 code. */
        @WithDefault("DE")
        String country();
    }

    /** One size for all: the catalogue knows no weights. */
    interface Parcel {

        /** In ounces, as EasyPost wants it. */
        @WithDefault("32")
        int weight();
    }
}
