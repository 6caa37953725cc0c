package dev.orderflow.bench.data;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;

/**
 * One of those who order.
 *
 * @param number the smaller, the more often
 */
record Customer(int number, String id) {

    private static final int EMAIL_OF_THEIR_OWN = 10;
    private static final int ENDPOINT_OF_THEIR_OWN = 50;

    static final String PREFIX = "bench-customer-";

    Customer(int number) {
        this(number, PREFIX + "%07d".formatted(number));
    }

    String email() {
        return "customer-" + number + "@example.com";
    }

    /** Whether they have said how they want to be told. */
    boolean hasPreferences() {
        return number % EMAIL_OF_THEIR_OWN == 0;
    }

    boolean hasEndpoint() {
        return number % ENDPOINT_OF_THEIR_OWN == 0;
    }

    Address address() {
        return new Address(
                "Customer " + number,
                1 + number % 200 + " Main Street",
                null,
                "Berlin",
                null,
                "%05d".formatted(10_000 + number % 89_000),
                "DE");
    }

    Contact contact() {
        return new Contact(email(), null, "en");
    }
}
