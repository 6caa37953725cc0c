package dev.orderflow.systemtests.openapi;

import dev.orderflow.systemtests.openapi.ApiRequest.Field;
import java.util.List;

/** Header fields and methods that somebody will send one day. */
final class Oddities {

    /** JSON, beyond what a service takes. */
    static final String TOO_LARGE = "\"" + "x".repeat(1_500_000) + "\"";

    static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "json",
            "*/*",
            ";;",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/json, text/plain");
    static final List<String> ACCEPTS = List.of(
            "image/png",
            "text/html",
            "*/*;q=0",
            "application/json;q=abc",
            ";",
            "a/b/c",
            "application/problem+json",
            "text/*",
            "application/json;version=2",
            "");
    static final List<Field> FIELDS = List.of(
            new Field("Range", "bytes=0-1"),
            new Field("Last-Event-ID", "-1"),
            new Field("Content-Encoding", "gzip"),
            new Field("X-HTTP-Method-Override", "DELETE"),
            new Field("Accept-Language", "xx-XX;q=9"),
            new Field("Accept-Charset", "utf-7"),
            new Field("Accept-Encoding", "br;q=1, *;q=0"),
            new Field("Origin", "https://evil.example"),
            new Field("Cookie", "a=b; c"),
            new Field("traceparent", "00-zz-yy-01"),
            new Field("X-Forwarded-For", "'; drop table orders"),
            new Field("If-Modified-Since", "yesterday"),
            new Field("If-Range", "\"1\""),
            new Field("Expect", "200-ok"),
            new Field("Upgrade", "h2c"),
            new Field("X-Odd", "\u00e9\u00ff"),
            new Field("X-Long", "z".repeat(4_000)));
    static final List<String> TAGS = List.of(
            "*",
            "\"1\"",
            "\"999999\"",
            "W/\"1\"",
            "1",
            "\"\"",
            "\"1\", \"2\"",
            "\"",
            "\"99999999999999999999\"",
            "é",
            ",");
    static final List<String> KEYS =
            List.of("\"\"", "", " ", "a b", "\"a", "a,b", "\"\\x\"", "k".repeat(256), "\"é\"", "\"a\";p=1");
    static final List<String> TOKENS = List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Bearer a.b.c",
            "Basic YTpi",
            "bearer null",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.");
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get");

    private Oddities() {}
}
