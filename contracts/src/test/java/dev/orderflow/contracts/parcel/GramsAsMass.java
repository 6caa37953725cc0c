package dev.orderflow.contracts.parcel;

import dev.orderflow.contracts.Upcaster;
import java.util.LinkedHashMap;
import java.util.Map;

/** v2 had {@code "grams": 1500}, v3 has {@code "mass": {"value": 1500, "unit": "g"}}. */
public final class GramsAsMass implements Upcaster {

    @Override
    public Map<String, Object> apply(Map<String, Object> v2) {
        Map<String, Object> v3 = new LinkedHashMap<>(v2);
        v3.put("mass", Map.of("value", v3.remove("grams"), "unit", "g"));
        return v3;
    }
}
