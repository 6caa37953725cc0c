package dev.orderflow.systemtests;

import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.ServedApi;
import java.util.List;
import java.util.stream.Stream;

/** The documents that the running services serve. */
final class ApiDocuments {

    /** They have dead letters, an audit, channels that can be paused, and tickets. */
    static final List<String> WITH_DATABASE =
            List.of("order", "inventory", "payment", "shipping", "notification", "loyalty");

    static final List<String> SERVICES =
            Stream.concat(WITH_DATABASE.stream(), Stream.of("analytics")).toList();

    private ApiDocuments() {}

    static List<ServedApi> of(TestSystem system) {
        return SERVICES.stream().map(service -> of(system, service)).toList();
    }

    /** @param service or one of its replicas */
    static ServedApi of(TestSystem system, String service) {
        var url = system.url(service);
        return new ServedApi(
                service,
                url,
                system.http().get(url + "/q/openapi?format=json", null).ok());
    }

    static List<ApiCall> calls(List<ServedApi> apis) {
        return apis.stream().flatMap(api -> api.calls().stream()).toList();
    }
}
