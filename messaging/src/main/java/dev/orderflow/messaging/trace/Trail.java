package dev.orderflow.messaging.trace;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Tells at DEBUG what becomes of each key, an order's id mostly, by lines that carry it and its trace: an operator who turns
 * the category on can follow one order through all services. Names of types and kinds only, never what an event says.
 */
public final class Trail {

    public static final String CATEGORY = "dev.orderflow.trail";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String KEY = "key";
    private static final String TRACE = "traceId";

    private Trail() {}

    /** @param traceParent that the line belongs to; null for none */
    public static void tell(String key, String traceParent, String verb, String what) {
        if (LOG.isDebugEnabled()) {
            var around = MDC.get(TRACE);
            MDC.put(KEY, key);
            TraceParent.traceId(traceParent).ifPresent(trace -> MDC.put(TRACE, trace));
            LOG.debugf("%s %s", verb, what);
            MDC.remove(KEY);
            restore(around);
        }
    }

    private static void restore(Object trace) {
        if (trace == null) {
            MDC.remove(TRACE);
        } else {
            MDC.put(TRACE, trace);
        }
    }
}
