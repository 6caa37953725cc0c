package dev.orderflow.platform.problem;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every problem that this service can answer with: the common ones and those of its {@link ProblemSource}s. */
@Singleton
public final class ProblemCatalogue {

    private final Map<String, ProblemType> types = new TreeMap<>();

    @Inject
    ProblemCatalogue(@All List<ProblemSource> sources) {
        sources.stream().flatMap(source -> source.types().stream()).forEach(this::add);
    }

    /** In the order of their names. */
    public Collection<ProblemType> types() {
        return types.values();
    }

    public Optional<ProblemType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private void add(ProblemType type) {
        var known = types.putIfAbsent(type.name(), type);
        if (known != null && !known.equals(type)) {
            throw new IllegalStateException("two problems are called " + type.name());
        }
    }
}
