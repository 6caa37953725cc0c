package dev.orderflow.client;

/** A service that can be asked. */
public enum Service {
    ORDER(8081),
    INVENTORY(8082),
    PAYMENT(8083),
    SHIPPING(8084),
    NOTIFICATION(8085),
    LOYALTY(8086),
    ANALYTICS(8087);

    private final int developmentPort;

    Service(int developmentPort) {
        this.developmentPort = developmentPort;
    }

    /** Where {@code ./run} starts it. */
    public int developmentPort() {
        return developmentPort;
    }
}
