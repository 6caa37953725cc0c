package dev.orderflow.devservices.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call what, tried out on a running service: every operation of its OpenAPI, with no token, a forged one, and one of
 * each role. An operation that the table does not know is a mistake, so that nobody adds one without saying who may call it.
 */
public final class Access {

    /** Whom an operation is for. */
    public enum Who {
        /** No token is needed: what anybody may see, or what is signed in another way. */
        EVERYBODY(true, true, true),
        /** Any token of the issuer will do. */
        EVERY_TOKEN(true, true, true),
        CUSTOMERS(false, true, false),
        OPERATORS(false, false, true),
        CUSTOMERS_AND_OPERATORS(false, true, true);

        private final boolean roleless;
        private final boolean customers;
        private final boolean operators;

        Who(boolean roleless, boolean customers, boolean operators) {
            this.roleless = roleless;
            this.customers = customers;
            this.operators = operators;
        }
    }

    /** What the platform serves in every service that has a database. */
    private static final Map<String, Who> PLATFORM = Map.ofEntries(
            Map.entry("POST /tickets", Who.CUSTOMERS_AND_OPERATORS),
            Map.entry("GET /problems", Who.EVERYBODY),
            Map.entry("GET /problems/{name}", Who.EVERYBODY),
            Map.entry("GET /admin/audit", Who.OPERATORS),
            Map.entry("GET /admin/channels", Who.OPERATORS),
            Map.entry("PUT /admin/channels/{name}", Who.OPERATORS),
            Map.entry("GET /admin/dead-letters", Who.OPERATORS),
            Map.entry("GET /admin/dead-letters/{id}", Who.OPERATORS),
            Map.entry("DELETE /admin/dead-letters/{id}", Who.OPERATORS),
            Map.entry("POST /admin/dead-letters/{id}/replay", Who.OPERATORS),
            Map.entry("POST /admin/dead-letters/replay", Who.OPERATORS));

    private static final Set<Integer> REFUSED = Set.of(401, 403);
    private static final String SOMEBODY = "somebody";

    private final Operations operations;
    private final List<String> mistakes = new ArrayList<>();

    private Access(Operations operations) {
        this.operations = operations;
    }

    /**
     * @param own what the service alone serves, by method and path
     * @return that, and what the platform serves in it: tickets, problems and the operators' levers
     * @throws IllegalStateException if an operation is in both
     */
    public static Map<String, Who> withPlatform(Map<String, Who> own) {
        return Stream.of(PLATFORM, own)
                .flatMap(table -> table.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * @param table by method and path, {@code GET /orders/{id}}
     * @return a line for each difference; none if the service keeps to the table
     */
    public static List<String> mistakes(URI service, Map<String, Who> table) {
        try (var operations = Operations.of(service)) {
            var access = new Access(operations);
            operations.names().stream().filter(name -> !table.containsKey(name)).forEach(access::isNotInTheTable);
            table.forEach((name, who) -> {
                if (operations.names().contains(name)) {
                    access.check(name, who);
                } else {
                    access.mistakes.add(name + " is not served");
                }
            });
            return access.mistakes;
        }
    }

    private void isNotInTheTable(String operation) {
        mistakes.add(operation + " is served, and nobody said to whom");
    }

    private void check(String operation, Who who) {
        if (who == Who.EVERYBODY) {
            expectLetIn(operation, "nobody", operations.call(operation, null));
        } else {
            expectChallenge(operation, "nobody", null);
            expectChallenge(operation, "a forger", Tokens.forSubject(SOMEBODY).forged());
        }
        expect(
                operation,
                "who has no role",
                who.roleless,
                Tokens.forSubject(SOMEBODY).mint());
        expect(operation, "a customer", who.customers, Tokens.customer(SOMEBODY));
        expect(operation, "an operator", who.operators, Tokens.operator(SOMEBODY));
    }

    private void expect(String operation, String caller, boolean allowed, String token) {
        var answer = operations.call(operation, token);
        if (allowed) {
            expectLetIn(operation, caller, answer);
        } else if (answer.statusCode() != 403) {
            mistakes.add(operation + " answered " + caller + " " + answer.statusCode() + " instead of 403");
        }
    }

    private void expectLetIn(String operation, String caller, HttpResponse<String> answer) {
        if (REFUSED.contains(answer.statusCode()) || answer.statusCode() >= 500) {
            mistakes.add(operation + " answered " + caller + " " + answer.statusCode());
        }
    }

    private void expectChallenge(String operation, String caller, String token) {
        var answer = operations.call(operation, token);
        var challenge = answer.headers().firstValue("WWW-Authenticate").orElse("none");
        if (answer.statusCode() != 401 || !challenge.startsWith("Bearer")) {
            mistakes.add(
                    "%s answered %s %d, challenge: %s".formatted(operation, caller, answer.statusCode(), challenge));
        }
    }
}
