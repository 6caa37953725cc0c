package dev.orderflow.order.live;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Hands an answer over to its stream. Streams are not written by Quarkus itself: it sends the head before it knows whether
 * there is a stream, and takes a reader that goes away for an error.
 */
@Provider
@Singleton
@Produces(MediaType.SERVER_SENT_EVENTS)
public class OrderStreamWriter implements ServerMessageBodyWriter<OrderStream> {

    @Override
    public void writeResponse(OrderStream stream, Type type, ServerRequestContext request) {
        var suspended = (ResteasyReactiveRequestContext) request;
        suspended.suspend();
        suspended.unwrap(RoutingContext.class).addEndHandler(ended -> suspended.close());
        stream.begin();
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == OrderStream.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == OrderStream.class;
    }

    @Override
    public void writeTo(
            OrderStream stream,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("a stream is written as it happens");
    }
}
