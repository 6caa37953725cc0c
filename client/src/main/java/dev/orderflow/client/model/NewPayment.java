package dev.orderflow.client.model;

/**
 * How an order is paid.
 *
 * @param token the payment provider's reference
 */
public record NewPayment(Method method, String token) {

    /** What is taken. */
    public enum Method {
        CARD
    }

    public static NewPayment card(String token) {
        return new NewPayment(Method.CARD, token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "NewPayment[" + method + "]";
    }
}
