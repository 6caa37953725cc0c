package dev.orderflow.contracts.parcel;

import dev.orderflow.contracts.Upcaster;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** v1 had {@code "weight": "1.5 kg"}, v2 has {@code "grams": 1500}. */
public final class WeightAsGrams implements Upcaster {

    @Override
    public Map<String, Object> apply(Map<String, Object> v1) {
        Map<String, Object> v2 = new LinkedHashMap<>(v1);
        String weight = (String) v2.remove("weight");
        BigDecimal kilos = new BigDecimal(weight.substring(0, weight.length() - " kg".length()));
        v2.put("grams", kilos.movePointRight(3).intValueExact());
        return v2;
    }
}
