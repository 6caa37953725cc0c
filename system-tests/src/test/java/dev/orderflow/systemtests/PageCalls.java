package dev.orderflow.systemtests;

import java.util.List;

/**
 * The calls that the console's page makes, between it and its console. All of them are made; of some the answer is lost
 * or late. A page that is loaded anew knows nothing of it.
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
                return how === 'lost' ? new Response('{"title": "Lost on its way"}', {status: 504}) : answer;
              };
            }
            calls.how[arguments[0]] = arguments[1];
            """;

    /** From now on; by the end of method and path, as all that follow. */
    void lose(String call) {
        browser.run(CHANGE, call, "lost");
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
