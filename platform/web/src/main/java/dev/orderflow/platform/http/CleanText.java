package dev.orderflow.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * A JSON string and nothing else, without what can't be stored as it is: NUL, which PostgreSQL refuses, and half a
 * surrogate pair, which would silently become a question mark.
 */
final class CleanText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        return text.codePoints().noneMatch(CleanText::isUnstorable)
                ? text
                : (String) context.handleWeirdStringValue(String.class, text, "must be storable");
    }

    private static boolean isUnstorable(int character) {
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
