package dev.orderflow.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A decimal as a JSON string ({@code "129.90"}): no JSON number, which passes through a float in many clients, and no
 * exponent. At most 20 digits before the point and 6 after it.
 */
public final class DecimalText extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,6})?");

    public DecimalText() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText();
        return DECIMAL.matcher(text).matches()
                ? new BigDecimal(text)
                : (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal");
    }
}
