package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The carrier understood and refused: asking the same again changes nothing. */
final class CarrierRefused extends RuntimeException {

    private final int status;
    private final String code;

    CarrierRefused(int status, String code) {
        super("refused with %d %s".formatted(status, code));
        this.status = status;
        this.code = code;
    }

    boolean isUnknown() {
        return status == 404;
    }

    /** The label was bought before: by a try whose answer was lost. */
    boolean isBoughtBefore() {
        return "SHIPMENT.POSTAGE.EXISTS".equals(code);
    }

    /** The reason for {@code ShipmentRejected}; the carrier's message is not passed on, since it may quote the address. */
    String reason() {
        return code.startsWith("ADDRESS.") || code.contains("UNDELIVERABLE") ? "undeliverable" : "refused-by-carrier";
    }

    /** EasyPost's error body. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Body(@JsonProperty("error") Error error) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Error(@JsonProperty("code") String code) {}

        String code() {
            return error == null || error.code() == null ? "" : error.code();
        }
    }
}
