package dev.orderflow.systemtests.openapi;

import java.util.List;
import java.util.Random;

/** Values that somebody will send one day. */
final class Wild {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "NaN",
            "null",
            "true",
            "undefined",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999",
            "0x10",
            "1.5",
            "٣",
            "a\u0000b",
            "line\r\nbreak",
            "\u001f\u0007",
            "' OR '1'='1' --",
            "${jndi:ldap://x/y}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00",
            "%2e%2e%2f",
            "ünïcödé",
            "😀😀",
            "\u202eright-to-left",
            "e\u0301\u0301\u0301",
            "\ufeffbom",
            "\ud800",
            "a;b=c",
            "a,b",
            "a\"b",
            "\\",
            "*",
            "2026-02-30T25:61:61Z",
            "2026-01-05T10:15:30Z",
            "-999999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "00000000-0000-0000-0000-000000000000",
            "019a5f3e-7c41-7b1a-9d3e-2f6b8c0a4e11",
            "019A5F3E-7C41-7B1A-9D3E-2F6B8C0A4E11",
            "1-1-1-1-1",
            "MDE5YTVmM2U",
            "MjAyNi0wMS0wNVQxMDoxNTozMFofMDE5YTVmM2UtN2M0MS03YjFhLTlkM2UtMmY2YjhjMGE0ZTEx",
            "KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaHzAxOWE1ZjNlLTdjNDEtN2IxYS05ZDNlLTJmNmI4YzBhNGUxMQ",
            "YQBi",
            "OTk5OTk5OTk5OTk5OTk5OTk5OTk");

    /** As JSON: numbers at the edges of what machines hold, and what is no scalar where one is expected. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1",
            "10000",
            "10001",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1e2",
            "1.0",
            "1.5",
            "1e400",
            "-1e400",
            "1e-400",
            "0.1000000000000000055511151231257827",
            "123456789012345678901234567890",
            "\"\"",
            "\"  \"",
            "\"1\"",
            "\"true\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u2028\"",
            "\"\\r\\nX: y\"",
            "\"0.00\"",
            "\"-0.01\"",
            "\"1e3\"",
            "\"99999999999999999999.999999\"",
            "\"2026-01-05T10:15:30Z\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"XXX\"",
            "\"EUR\"",
            "\"JPY\"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"\":{}}",
            "{\"amount\":\"1.001\",\"currency\":\"EUR\"}",
            "{\"amount\":\"99999999999999999999.99\",\"currency\":\"EUR\"}",
            "{\"amount\":\"1\",\"currency\":\"XAU\"}",
            "{\"$ref\":\"#\"}",
            "{\"@class\":\"java.lang.Object\"}");

    /** No JSON, or not only. */
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "[",
            "}",
            "nul",
            "NaN",
            "{}{}",
            "{} x",
            "{\"a\":}",
            "{'a':1}",
            "{a:1}",
            "{\"a\":1,}",
            "// comment\n{}",
            "\"\\x\"",
            "\u00ef\u00bb\u00bf{}",
            "\u00ff\u00fe{\u0000}\u0000",
            "{\"a\":\"\u00c3\u0028\"}",
            "{\"a\":\"\u00ed\u00a0\u0080\"}",
            "\u0000",
            "a=1&b=2",
            "<a/>",
            "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--");

    private Wild() {}

    static String text(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "x".repeat(random.nextInt(200, 300));
            case 1 -> "é".repeat(random.nextInt(50, 600));
            default -> one(TEXTS, random);
        };
    }

    static String value(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> "\"" + "y".repeat(random.nextInt(60, 1_000)) + "\"";
            case 1 -> nested(random);
            case 2 -> "[" + "1,".repeat(random.nextInt(100, 300)) + "1]";
            case 3 -> "9".repeat(random.nextInt(20, 1_200));
            default -> one(VALUES, random);
        };
    }

    static String body(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> value(random);
            case 1 -> nested(random);
            case 2 -> "[".repeat(random.nextInt(10, 5_000));
            default -> one(BODIES, random);
        };
    }

    private static String nested(Random random) {
        int deep = random.nextBoolean() ? random.nextInt(5, 60) : random.nextInt(900, 3_000);
        return random.nextBoolean()
                ? "[".repeat(deep) + "]".repeat(deep)
                : "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
    }

    static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
