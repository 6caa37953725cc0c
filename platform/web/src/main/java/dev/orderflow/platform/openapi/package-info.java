/** What the served OpenAPI says beside what types and annotations tell: refusals, headers, examples, strictness. */
package dev.orderflow.platform.openapi;
