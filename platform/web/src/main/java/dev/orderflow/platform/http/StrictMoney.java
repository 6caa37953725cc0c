package dev.orderflow.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;

/** Money in a request: events tolerate what a newer peer adds, a client is told. */
@JsonIgnoreProperties(ignoreUnknown = false)
interface StrictMoney {

    @JsonDeserialize(using = DecimalText.class)
    BigDecimal amount();
}
