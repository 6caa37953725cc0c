package dev.orderflow.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orderflow.platform.problem.JsonFailures;
import dev.orderflow.platform.problem.Problems;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;

/** A body that can't be read is the client's fault only here: the same exception later on is a defect of ours. */
@Provider
@Singleton
@ConstrainedTo(RuntimeType.SERVER)
public class BodyReading implements ReaderInterceptor {

    private final BodyLimit limit;

    @Inject
    BodyReading(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!(context.getInputStream() instanceof ByteArrayInputStream)) {
            context.setInputStream(new LimitedInputStream(context.getInputStream(), limit.bytes()));
        }
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw JsonFailures.of(e);
        } catch (CharConversionException e) {
            throw Problems.invalid("body", "is not valid UTF-8");
        } catch (WebApplicationException e) {
            throw e.getCause() instanceof JsonProcessingException json ? JsonFailures.of(json) : e;
        }
    }
}
