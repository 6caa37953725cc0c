/** What a served OpenAPI document promises, what may be sent by it, and whether the answers keep to it. */
package dev.orderflow.systemtests.openapi;
