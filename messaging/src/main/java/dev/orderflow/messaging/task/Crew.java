package dev.orderflow.messaging.task;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Who makes the calls of this process. */
interface Crew {

    /** Of the tasks that it can do. */
    Set<String> kinds();

    /** Calls that it makes at once, at most. */
    int size();

    /** Calls that are under way. */
    int busy();

    /** For how long a task is its own from the moment at which it is stored or claimed. */
    Duration lease();

    /** These are its own now, for what is left of the lease. Hands them back if it has no time for them any more. */
    void begin(List<Task> tasks);
}
