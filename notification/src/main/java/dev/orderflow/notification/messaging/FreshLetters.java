package dev.orderflow.notification.messaging;

import dev.orderflow.notification.operators.NewLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The working set of a batch: which services have a digest to come, and the letters that it brings. */
final class FreshLetters {

    private final Map<String, Boolean> toCome;
    private final Set<String> scheduled = new LinkedHashSet<>();
    private final List<NewLetter> all = new ArrayList<>();

    FreshLetters(Map<String, Boolean> toCome) {
        this.toCome = new HashMap<>(toCome);
    }

    /** @return whether its service needs a digest to tell of it */
    boolean add(NewLetter letter) {
        all.add(letter);
        boolean first = !Boolean.TRUE.equals(toCome.put(letter.service(), true));
        if (first) {
            scheduled.add(letter.service());
        }
        return first;
    }

    List<NewLetter> all() {
        return all;
    }

    /** Services that get a digest. */
    Set<String> scheduled() {
        return scheduled;
    }
}
