package dev.orderflow.systemtests;

import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.ServedApi;
import java.util.List;

/** The documents that the running services serve. */
final class ApiDocuments {

    static final List<String> SERVICES =
            List.of("order", "inventory", "payment", "shipping", "notification", "loyalty");

    private ApiDocuments() {}

    static List<ServedApi> of(TestSystem system) {
        return SERVICES.stream().map(service -> of(system, service)).toList();
    }

    private static ServedApi of(TestSystem system, String service) {
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
