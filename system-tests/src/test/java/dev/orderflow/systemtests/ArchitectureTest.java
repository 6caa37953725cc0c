package dev.orderflow.systemtests;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may know whom, as the design says. Reads the built classes of all modules. */
class ArchitectureTest {

    static final List<String> SERVICES =
            List.of("order", "inventory", "payment", "shipping", "notification", "loyalty", "analytics");

    private static final List<String> SHARED = List.of("contracts", "messaging", "platform", "platform/web");

    private static final List<String> MODULES =
            Stream.of(SERVICES, SHARED, List.of("client")).flatMap(List::stream).toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream().map(ArchitectureTest::builtClasses).toList());

    private static Path builtClasses(String module) {
        var classes = Path.of("..", module, "target", "classes");
        assertThat(classes).as("module %s is not built", module).matches(Files::isDirectory);
        return classes;
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceDependsOnNoOther(String service) {
        var others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "dev.orderflow." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.orderflow." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyServiceHasItsPackages(String service) {
        for (var name : packagesOf(service)) {
            assertThat(CLASSES.stream()
                            .filter(type ->
                                    type.getPackageName().startsWith("dev.orderflow.%s.%s".formatted(service, name))))
                    .as("%s.%s", service, name)
                    .isNotEmpty();
        }
    }

    /** What goes on there has lost its request's identity and trace: no context is carried from step to step. */
    @Test
    void onlyWhoComesBackOrNeedsNoContextLeavesItForMutinysOwnThreads() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.orderflow.inventory.gate.RedisGate")
                .and()
                .doNotHaveFullyQualifiedName("dev.orderflow.messaging.relay.Relay")
                .and()
                .doNotHaveFullyQualifiedName("dev.orderflow.messaging.transaction.SharedTransactions")
                .should()
                .callMethodWhere(target(owner(resideInAPackage("io.smallrye.mutiny..")))
                        .and(target(nameMatching("ifNoItem|delayIt|withBackOff|runSubscriptionOn|ticks"))))
                .check(CLASSES);
    }

    @Test
    void contractsDependOnAnnotationsOnly() {
        classes()
                .that()
                .resideInAPackage("dev.orderflow.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.orderflow.contracts..", "java..", "com.fasterxml.jackson.annotation..")
                .check(CLASSES);
    }

    @Test
    void messagingKnowsNoDomainAndNoWeb() {
        noClasses()
                .that()
                .resideInAPackage("dev.orderflow.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.orderflow.contracts..", "dev.orderflow.platform..", "jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void sharedModulesKnowNoService() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.orderflow.contracts..", "dev.orderflow.messaging..", "dev.orderflow.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES.stream()
                        .map(service -> "dev.orderflow." + service + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    /** It knows what is served, and not who serves it: another team can use it alone. */
    @Test
    void theClientStandsAlone() {
        classes()
                .that()
                .resideInAPackage("dev.orderflow.client..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.orderflow.client..", "java..", "javax.crypto..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void nothingThatRunsUsesTheClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.orderflow.client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.orderflow.client..")
                .check(CLASSES);
    }

    /** JPA annotations are the one tolerated import. */
    @Test
    void domainsArePure() {
        classes()
                .that()
                .resideInAPackage("dev.orderflow.*.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.orderflow.*.domain..", "dev.orderflow.contracts..", "java..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void domainsReadNoClockAndNoChance() {
        noClasses()
                .that()
                .resideInAPackage("dev.orderflow.*.domain..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.time.Clock.class)
                .check(CLASSES);
    }

    /** What needs no database stays able to do without: analytics is made of it. */
    @Test
    void theWebPartOfThePlatformKnowsNoDatabaseAndNoMessaging() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.orderflow.messaging..", "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..")
                .check(new ClassFileImporter().importPath(builtClasses("platform/web")));
    }

    @Test
    void everyTypeIsInThePackageOfItsModule() {
        for (var module : MODULES) {
            new ClassFileImporter()
                    .importPath(builtClasses(module))
                    .forEach(
                            type -> assertThat(type.getPackageName()).startsWith("dev.orderflow." + packageOf(module)));
        }
    }

    /** What a stream counts it keeps in Kafka. */
    private static List<String> packagesOf(String service) {
        return service.equals("analytics")
                ? List.of("domain", "streams", "fleet", "api")
                : List.of("domain", "messaging", "persistence", "api");
    }

    private static String packageOf(String module) {
        return module.replaceAll("/.*", "");
    }
}
