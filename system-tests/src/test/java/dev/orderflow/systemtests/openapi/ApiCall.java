package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An operation as its document describes it. */
public record ApiCall(ServedApi api, String method, String path, JsonNode described) {

    /** @param schema resolved */
    public record Parameter(String name, String in, boolean required, JsonNode schema, JsonNode example) {}

    /** The operation's id, which other services may have too. */
    public String id() {
        return described.path("operationId").asText();
    }

    public List<Parameter> parameters() {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .map(api::resolved)
                .map(node -> new Parameter(
                        node.get("name").asText(),
                        node.get("in").asText(),
                        node.path("required").asBoolean(),
                        api.resolved(node.get("schema")),
                        node.path("example")))
                .toList();
    }

    public List<Parameter> parameters(String in) {
        return parameters().stream()
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    public Optional<Parameter> header(String name) {
        return parameters("header").stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether query parameters don't matter that it does not name. */
    public boolean takesAnyQuery() {
        return described.path("x-any-query").asBoolean();
    }

    public boolean takesBody() {
        return described.has("requestBody");
    }

    /** The media types that it reads. */
    public List<String> requestTypes() {
        return described.at("/requestBody/content").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    public JsonNode requestSchema() {
        return request("schema");
    }

    public JsonNode requestExample() {
        return request("example");
    }

    private JsonNode request(String part) {
        var contents = described.at("/requestBody/content").elements();
        return contents.hasNext() ? contents.next().path(part) : described.path("none");
    }

    public boolean needsToken() {
        return described.path("security").size() > 0;
    }

    /** Those of which one is needed; empty if any token does. */
    public Set<String> roles() {
        var roles = new TreeSet<String>();
        described
                .path("security")
                .forEach(scheme -> scheme.forEach(groups -> groups.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    public Set<Integer> statuses() {
        return described.get("responses").properties().stream()
                .map(answer -> Integer.valueOf(answer.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<Integer> successes() {
        return statuses().stream().filter(status -> status < 400).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is said of the answers with a status. */
    public Optional<JsonNode> answer(int status) {
        var answer = described.get("responses").get(Integer.toString(status));
        return Optional.ofNullable(answer).map(api::resolved);
    }

    @Override
    public String toString() {
        return api.service() + " " + method + " " + path;
    }
}
