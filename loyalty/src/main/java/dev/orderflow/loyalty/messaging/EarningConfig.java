package dev.orderflow.loyalty.messaging;

import dev.orderflow.loyalty.domain.EarningRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Map;

/** What orders earn. A changed value applies to what is delivered from then on. */
@ConfigMapping(prefix = "orderflow.loyalty")
interface EarningConfig {

    /** Points for one unit of a currency, by its ISO 4217 code; what is not named earns nothing. */
    Map<String, BigDecimal> pointsPerUnit();

    /** An order that would earn fewer points earns none. */
    @WithDefault("1")
    long minimumPoints();

    default EarningRules rules() {
        return new EarningRules(pointsPerUnit(), minimumPoints());
    }
}
