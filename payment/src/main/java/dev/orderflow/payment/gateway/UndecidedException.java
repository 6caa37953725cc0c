package dev.orderflow.payment.gateway;

/** The provider is still at it; it is asked again. */
final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException(String intentId, String status) {
        super(intentId + " is " + status, null, false, false);
    }
}
