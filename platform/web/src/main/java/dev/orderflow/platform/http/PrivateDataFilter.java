package dev.orderflow.platform.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Problems of such a resource say {@code no-store} by themselves, which is stricter and stays. */
@Provider
@Singleton
@PrivateData
public class PrivateDataFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("private, no-cache"));
        headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }
}
