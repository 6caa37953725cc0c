package dev.orderflow.platform.ticket;

import dev.orderflow.platform.http.LongLived;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Event streams and WebSockets: where a ticket is taken at all. */
@Singleton
public final class LiveEndpoints implements LongLived {

    private static final String ONE_SEGMENT = "[^/;]+";

    private final List<Pattern> paths;

    @Inject
    LiveEndpoints(@All List<LivePaths> services) {
        this.paths = services.stream()
                .flatMap(service -> service.templates().stream())
                .map(LiveEndpoints::pattern)
                .toList();
    }

    /** Upgrades to a WebSocket are GETs too. */
    @Override
    public boolean isAsked(RoutingContext request) {
        return request.request().method() == HttpMethod.GET
                && paths.stream()
                        .anyMatch(path -> path.matcher(request.normalizedPath()).matches());
    }

    static Pattern pattern(String template) {
        return Pattern.compile(Stream.of(template.split("/"))
                .map(segment -> segment.startsWith("{") ? ONE_SEGMENT : Pattern.quote(segment))
                .collect(Collectors.joining("/")));
    }
}
