package dev.orderflow.bench.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import java.util.List;
import java.util.Set;

/** Values as the services store them: JSON without nulls, times as text, personal fields apart. */
final class Texts {

    private static final ObjectMapper PLAIN = mapper();
    private static final ObjectMapper WITHOUT_PERSONAL = mapper().registerModule(keeping(false));
    private static final ObjectMapper PERSONAL_ONLY = mapper().registerModule(keeping(true));

    private Texts() {}

    static String json(Object value) {
        return write(PLAIN, value);
    }

    static String withoutPersonal(Object event) {
        return write(WITHOUT_PERSONAL, event);
    }

    /** Null if the event has no personal field. */
    static String personal(Object event) {
        var text = write(PERSONAL_ONLY, event);
        return text.equals("{}") ? null : text;
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not serialisable: " + value.getClass(), e);
        }
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    }

    private static SimpleModule keeping(boolean personal) {
        return new SimpleModule("personal " + personal).setSerializerModifier(new BeanSerializerModifier() {
            @Override
            public List<BeanPropertyWriter> changeProperties(
                    SerializationConfig config, BeanDescription type, List<BeanPropertyWriter> properties) {
                if (!Event.class.isAssignableFrom(type.getBeanClass())) {
                    return properties;
                }
                var fields = personalFields(type.getBeanClass());
                properties.removeIf(property -> fields.contains(property.getName()) != personal);
                return properties;
            }
        });
    }

    /** What stays inside a service has no personal field here. */
    private static Set<String> personalFields(Class<?> type) {
        return EventCatalog.all().stream()
                .filter(event -> event.eventClass() == type)
                .findFirst()
                .map(event -> event.personalFields())
                .orElse(Set.of());
    }
}
