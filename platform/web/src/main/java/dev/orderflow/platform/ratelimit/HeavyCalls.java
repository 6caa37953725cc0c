package dev.orderflow.platform.ratelimit;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells {@link RateLimitFilter}, which comes after it, what a call weighs. */
@Provider
@Singleton
@Heavy
@Priority(Priorities.AUTHORIZATION)
public class HeavyCalls implements ContainerRequestFilter {

    private static final String WEIGHT = "orderflow.weight";
    private static final int HEAVY = 10;

    static int weightOf(ContainerRequestContext request) {
        return request.getProperty(WEIGHT) instanceof Integer weight ? weight : 1;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(WEIGHT, HEAVY);
    }
}
