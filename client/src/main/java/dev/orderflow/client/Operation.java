package dev.orderflow.client;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a service can be asked for, as its OpenAPI document describes it.
 *
 * @param services that offer it
 * @param id its operationId
 * @param path with the names of its parameters in braces
 * @param query the names of what may follow it
 * @param keyed whether it takes an Idempotency-Key
 * @param request what is sent; empty for nothing
 * @param answer what a success brings
 */
public record Operation<T>(
        Set<Service> services,
        String id,
        String method,
        String path,
        Set<String> query,
        boolean keyed,
        Optional<JavaType> request,
        JavaType answer) {

    /** For people: {@code POST /orders/{id}/cancel}, without whose. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
