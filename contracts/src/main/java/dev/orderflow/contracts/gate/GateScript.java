package dev.orderflow.contracts.gate;

import java.util.List;

/**
 * The two scripts of the stock gate, which is in Redis between order (holds) and inventory (levels). It keeps overload
 * from the database and is advisory: Postgres decides. All keys share a hash tag, so that the scripts run on a cluster.
 */
public enum GateScript {
    /** {@code name, life in ms, (sku, quantity)…}: answers HELD, AGAIN, MISS, or SHORT with (sku, left)…. */
    HOLD("hold.lua"),
    /**
     * {@code n, (sku, available, version, mistaken) n times, hold…}: a newer level wins, or one whose mistaken level is
     * still there; the holds go. Answers (sku, level)… of the newer ones.
     */
    SETTLE("settle.lua");

    private static final List<String> KEYS =
            List.of("{stock}:levels", "{stock}:held", "{stock}:holds", "{stock}:expiries");

    private final Script script;

    GateScript(String file) {
        script = Script.of(GateScript.class, "/stock-gate/" + file);
    }

    /** What EVALSHA takes; see {@link Script#evalSha}. */
    public List<String> evalSha(List<String> arguments) {
        return script.evalSha(KEYS, arguments);
    }

    /** What EVAL takes. */
    public List<String> eval(List<String> arguments) {
        return script.eval(KEYS, arguments);
    }

    /** What SCRIPT takes, so that Redis knows it from now on. */
    public List<String> load() {
        return script.load();
    }

    /** Whether Redis did not know the script, so that it had no effect. */
    public static boolean isUnknown(Throwable failure) {
        return Script.isUnknown(failure);
    }
}
