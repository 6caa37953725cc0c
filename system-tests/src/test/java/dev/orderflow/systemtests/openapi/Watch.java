package dev.orderflow.systemtests.openapi;

import java.util.Map;

/** What can be seen of the state that refused requests must leave alone, by the names of its parts. */
public interface Watch {

    Map<String, String> now();

    /** Once nothing is under way any more, so that nothing changes by itself. */
    Map<String, String> settled();
}
