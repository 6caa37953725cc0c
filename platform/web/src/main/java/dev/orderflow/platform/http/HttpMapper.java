package dev.orderflow.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Gives our resources the strict mapper. */
@Provider
@Singleton
@ConstrainedTo(RuntimeType.SERVER)
public class HttpMapper implements ContextResolver<ObjectMapper> {

    private final StrictJson json;

    @Inject
    HttpMapper(StrictJson json) {
        this.json = json;
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return json.mapper();
    }
}
