package dev.orderflow.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** A time as a JSON string: RFC 3339 and nothing else. */
final class TimeText extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    TimeText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        try {
            return Rfc3339.parse(parser.getText());
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "not a time");
        }
    }
}
