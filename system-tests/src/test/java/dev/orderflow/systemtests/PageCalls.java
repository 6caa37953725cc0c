package dev.orderflow.systemtests;

import java.util.List;
import java.util.Map;

/**
 * The calls that the console's page makes, between it and its console. All of them are made; of some the answer is lost, late
 * or another. A page that is loaded anew knows nothing of it.
 */
record PageCalls(Browser browser) {

    private static final String CHANGE = """
            if (!window.calls) {
              const real = window.fetch;
              window.calls = {how: {}, made: [], late: []};
              window.fetch = async (url, options) => {
                const call = `${options.method} ${url}`;
                const how = calls.how[Object.keys(calls.how).find(end => call.endsWith(end))];
                if (!how) return real(url, options);
                calls.made.push(`${options.headers['Idempotency-Key']} ${options.body}`);
                const answer = await real(url, options);
                if (how === 'late') await new Promise(release => calls.late.push(release));
                return how.status ? new Response(JSON.stringify(how), how) : answer;
              };
            }
            calls.how[arguments[0]] = arguments[1];
            """;

    /** From now on; by the end of method and path, as all that follow. */
    void lose(String call) {
        refuse(call, 504, "upstream-silent");
    }

    /** As {@link #lose}, but for the refusal that the page reads: of this type, whoever says so. */
    void refuse(String call, int status, String type) {
        browser.run(CHANGE, call, Map.of("status", status, "type", "/problems/" + type, "title", "Lost on its way"));
    }

    /** Until {@link #release}. */
    void delay(String call) {
        browser.run(CHANGE, call, "late");
    }

    /** From now on its answers come as they are. */
    void hurry(String call) {
        browser.run(CHANGE, call, "seen");
    }

    /** Lets all answers go that are late. */
    void release() {
        browser.run("calls.late.splice(0).forEach(release => release())");
    }

    /** The keys and bodies of those that were looked at so far. */
    List<String> made() {
        return ((List<?>) browser.run("return calls.made"))
                .stream().map(String::valueOf).toList();
    }
}
