package dev.orderflow.devservices.system;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The five services of the saga, and who observes them. */
public enum Service {
    ORDER(8081),
    INVENTORY(8082),
    PAYMENT(8083),
    SHIPPING(8084),
    NOTIFICATION(8085),
    LOYALTY(8086),
    /** Has no database: what it knows it has from the topics, and can have again. */
    ANALYTICS(8087);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Those that have a database, and in it what messaging keeps: a journal, an inbox, tasks, dead letters. */
    public static List<Service> withDatabase() {
        return Stream.of(values()).filter(Service::hasDatabase).toList();
    }

    public boolean hasDatabase() {
        return this != ANALYTICS;
    }

    /** Its name, which is its module's and the one on the command line. */
    public String module() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Not the bare name: {@code order} is a word of SQL. */
    String database() {
        return "orderflow_" + module();
    }

    /** What its replica is called: {@code order}, {@code order-2}. */
    public String replica(int number) {
        return number == 1 ? module() : module() + "-" + number;
    }
}
