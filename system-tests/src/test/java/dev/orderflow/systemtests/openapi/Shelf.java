package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A small document, for tests of what reads documents. */
final class Shelf {

    private static final String DOCUMENT = """
            {"openapi":"3.1.0",
             "paths":{
              "/books/{id}":{"get":{
                "operationId":"getBook",
                "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"},"example":"1"}],
                "responses":{
                 "200":{"headers":{"ETag":{"required":true,"schema":{"pattern":"^\\"[0-9]+\\"$"}}},
                        "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Book"}}}},
                 "404":{"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}}}},
              "/books/new":{"post":{
                "operationId":"addBook",
                "requestBody":{"content":{"application/json":{
                  "schema":{"$ref":"#/components/schemas/Book"},"example":{"title":"Emma","pages":474}}}},
                "responses":{"204":{}}}}},
             "components":{"schemas":{
               "Book":{"type":"object","required":["title"],
                       "properties":{"title":{"type":"string","maxLength":20},"pages":{"type":"integer","minimum":1}}},
               "Problem":{"type":"object","required":["type","status"],
                          "properties":{"type":{"type":"string"},"status":{"const":404}}}}}}
            """;

    private Shelf() {}

    static ServedApi api() {
        return at("http://localhost:1");
    }

    static ServedApi at(String baseUrl) {
        try {
            return new ServedApi("shelf", baseUrl, new ObjectMapper().readTree(DOCUMENT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ApiCall call(String id) {
        return api().calls().stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
