package dev.orderflow.client;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;

/** The call succeeded, but its answer is none that this client understands. */
public final class UnreadableAnswerException extends OrderflowException {

    private static final long serialVersionUID = 1L;

    /** @param failure whose message may quote the answer: it goes no further */
    UnreadableAnswerException(Request request, IOException failure) {
        super(request, "the answer can't be read" + where(failure), null);
    }

    private static String where(IOException failure) {
        return failure instanceof JsonMappingException mapping ? " at " + mapping.getPathReference() : "";
    }
}
