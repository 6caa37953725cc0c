package dev.orderflow.bench.reads;

import dev.orderflow.bench.load.Request;
import dev.orderflow.devservices.system.Service;
import java.util.List;

/**
 * One kind of reading, as a client of the API does it.
 *
 * @param status what it is answered with
 * @param calls with parameters that differ; at least one
 */
record Read(Service service, String name, int status, List<Request> calls) {

    Read {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("nothing to call for " + name);
        }
    }

    Request call(int n) {
        return calls.get(n % calls.size());
    }

    /** {@code order, timeline} */
    @Override
    public String toString() {
        return service.module() + ", " + name;
    }
}
