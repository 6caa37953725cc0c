package dev.orderflow.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2.0} | { \"b\": 2, \"a\": 1 }",
                "{\"a\":{\"d\":[1,{\"y\":1,\"x\":2}],\"c\":null}} | {\"a\":{\"c\":null,\"d\":[1,{\"x\":2,\"y\":1}]}}",
                "100 | 1e2",
                "0 | -0.0",
                "0.1 | 0.10",
                "\"\\u0041\" | \"A\""
            })
    void oneValueHasOneText(String one, String other) throws JsonProcessingException {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} | {\"a\":\"1\"}",
                "[1,2] | [2,1]",
                "{\"a\":null} | {}",
                "9007199254740993 | 9007199254740992",
                "{\"a\":\"b\\\",\\\"c\"} | {\"a\":\"b\",\"c\":\"\"}"
            })
    void otherValuesHaveOtherTexts(String one, String other) throws JsonProcessingException {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    @Test
    void aHugeExponentIsNotWrittenOut() throws JsonProcessingException {
        assertThat(canonical("1e999999999")).hasSizeLessThan(20);
    }

    private static String canonical(String json) throws JsonProcessingException {
        return CanonicalJson.of(JSON.readTree(json));
    }
}
