package dev.orderflow.payment.gateway;

/** The provider gave no answer that says anything about the payment; the same call is made again. */
final class ProviderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ProviderUnavailableException(int status) {
        super("the payment provider answered " + status, null, false, false);
        this.status = status;
    }

    /** The provider keeps such an answer under the call's key and may repeat it for ever, though it is well again. */
    static boolean mayBeKept(Throwable failure) {
        return failure instanceof ProviderUnavailableException answered && answered.status == 500;
    }

    int status() {
        return status;
    }
}
