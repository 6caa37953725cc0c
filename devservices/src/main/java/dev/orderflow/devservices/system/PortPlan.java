package dev.orderflow.devservices.system;

/**
 * Which port is whose. All shift by the same offset, so that a second system runs beside the first.
 *
 * @param offset added to every port
 */
record PortPlan(int offset) {

    private static final int REPLICA_STEP = 100;

    int kafka() {
        return 9092 + offset;
    }

    int kafkaController() {
        return 9093 + offset;
    }

    int postgres() {
        return 5532 + offset;
    }

    int redis() {
        return 6379 + offset;
    }

    int issuer() {
        return 8090 + offset;
    }

    int paymentProvider() {
        return 8091 + offset;
    }

    int carrier() {
        return 8092 + offset;
    }

    int mail() {
        return 8093 + offset;
    }

    int traces() {
        return 8094 + offset;
    }

    int console() {
        return 8080 + offset;
    }

    int smtp() {
        return 2525 + offset;
    }

    int service(Service service, int replica) {
        return service.port() + offset + (replica - 1) * REPLICA_STEP;
    }
}
