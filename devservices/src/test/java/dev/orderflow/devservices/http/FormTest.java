package dev.orderflow.devservices.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void decodesFieldsAndWhatNestsInThem() {
        Form form = Form.parse("amount=12990&metadata%5Border%5D=a%26b&metadata[note]=gr%C3%BC%C3%9Fe+an&empty=");

        assertThat(form.get("amount")).contains("12990");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.object("metadata")).isEqualTo(Map.of("order", "a&b", "note", "grüße an"));
        assertThat(form.names()).containsExactly("amount", "empty", "metadata");
    }

    @Test
    void isTheSameInAnyOrder() {
        assertThat(Form.parse("a=1&b=2").canonical())
                .isEqualTo(Form.parse("b=2&a=1").canonical());
        assertThat(Form.parse("a=1&b=2").canonical())
                .isNotEqualTo(Form.parse("a=1&b=3").canonical());
    }
}
