package dev.orderflow.client;

/**
 * No answer came: the service was not reached, or what it said got lost. So the call may have taken effect. A call with a
 * key can be executed again, now or tomorrow: it takes effect once. A change of the preferences that may have made a webhook
 * secret can't: executed again it may succeed without showing it. Ask for another one
 * ({@link dev.orderflow.client.model.PreferencesContent#withNewSecret}).
 */
public final class NoAnswerException extends OrderflowException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(Request request, Throwable cause) {
        super(request, "no answer (" + cause.getClass().getSimpleName() + ")" + advice(request), cause);
    }

    private static String advice(Request request) {
        return request.mayMakeASecret() ? "; a webhook secret that it made is lost: ask for one withNewSecret()" : "";
    }
}
