package dev.orderflow.client;

/**
 * No answer came: the service was not reached, or what it said got lost. So the call may have taken effect. A call with a
 * key can be executed again, now or tomorrow: it takes effect once.
 */
public final class NoAnswerException extends OrderflowException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(Request request, Throwable cause) {
        super(request, "no answer (" + cause.getClass().getSimpleName() + ")", cause);
    }
}
