package dev.orderflow.systemtests;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All services as the release after this one may have them: built from a copy of this checkout, by the build that builds
 * this one. It has what docs/upgrading.md allows at once: a new version of an event, which its reader can't do without and
 * which an older one can't read, with an upcaster from the old version; and a nullable column, which is written.
 */
record NextRelease(Path checkout) {

    private static final String EVENT = "contracts/src/main/java/dev/orderflow/contracts/inventory/StockReserved.java";
    private static final String DECIDER =
            "inventory/src/main/java/dev/orderflow/inventory/domain/ReservationDecider.java";
    private static final String TABLE =
            "inventory/src/main/java/dev/orderflow/inventory/persistence/ReservationTable.java";
    private static final String MIGRATION = "inventory/src/main/resources/db/migration/V1000__warehouse.sql";

    private static final String FIELD = """
            lines, String warehouse) implements InventoryEvent {

                /** Until now there was one. */
                public static final class FromV1 implements dev.orderflow.contracts.Upcaster {

                    @Override
                    public java.util.Map<String, Object> apply(java.util.Map<String, Object> old) {
                        var now = new java.util.HashMap<>(old);
                        now.put("warehouse", "the first");
                        return now;
                    }
                }
            """;

    private static final String CHECK = """
                public StockReserved {
                    requireNonNull(warehouse, "warehouse is required");
            """;

    private static final int LONGEST_BUILD_MINUTES = 10;

    /** @param directory what is there is deleted first */
    static NextRelease built(Path directory) throws IOException, InterruptedException {
        Trees.delete(directory);
        var copy = CheckoutCopy.in(directory.toAbsolutePath());
        addFieldTo(copy);
        addColumnTo(copy);
        build(copy.root());
        return new NextRelease(copy.root());
    }

    private static void addFieldTo(CheckoutCopy copy) {
        copy.edit(EVENT, "stock-reserved\")", "stock-reserved\", version = 2, upcasters = StockReserved.FromV1.class)");
        copy.edit(EVENT, "lines) implements InventoryEvent {", FIELD);
        copy.edit(EVENT, "    public StockReserved {\n", CHECK);
        copy.edit(
                DECIDER,
                "StockReserved(it.orderId(), it.customerId(), lines",
                "StockReserved(it.orderId(), it.customerId(), lines, \"the second\"");
    }

    private static void addColumnTo(CheckoutCopy copy) {
        copy.add(MIGRATION, "ALTER TABLE reservation ADD COLUMN warehouse text;\n");
        copy.edit(TABLE, "SET status = n.status,", "SET warehouse = 'the second', status = n.status,");
    }

    private static void build(Path checkout) throws IOException, InterruptedException {
        var log = checkout.resolve("build.log");
        var maven = Maven.process(command(), checkout, checkout.resolve(".data"), 0)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(maven.waitFor(LONGEST_BUILD_MINUTES, MINUTES))
                    .as("ends; see %s", log)
                    .isTrue();
            assertThat(maven.exitValue()).as("exit code; see %s", log).isZero();
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    private static List<String> command() {
        var modules = List.of(Service.values()).stream().map(Service::module).toList();
        return List.of(
                "./mvnw",
                "-B",
                "-Dspotless.check.skip=true",
                "-Dmaven.test.skip=true",
                "-pl",
                String.join(",", modules),
                "-am",
                "package");
    }

    /** Changes the tables of this service as the job of a release does, while older replicas run. */
    void migrate(OrderflowSystem system, Service service) throws InterruptedException {
        var program = checkout.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        var step = new MigrationStep(
                program,
                system.endpoints().jdbcUrl(service),
                "orderflow",
                "orderflow",
                system.log("migration-" + service.module()));
        try {
            assertThat(step.run()).as("exit code; see %s", step.log()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
