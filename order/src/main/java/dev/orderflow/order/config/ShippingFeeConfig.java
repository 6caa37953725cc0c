package dev.orderflow.order.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What shipping costs. A currency that is not named ships for nothing. */
@ConfigMapping(prefix = "orderflow.order.shipping-fees")
public interface ShippingFeeConfig {

    /** By ISO 4217 code. */
    @WithParentName
    Map<String, Fee> byCurrency();

    interface Fee {

        /** Amount per order, with the currency's own number of decimals. */
        BigDecimal fee();

        /** Subtotal from which on shipping is free; it never is if not set. */
        Optional<BigDecimal> freeFrom();
    }
}
