/**
 * Tickets: a token's holder gets a short-lived, one-use stand-in for it, for where a browser can't send the header
 * (EventSource, WebSocket).
 */
package dev.orderflow.platform.ticket;
