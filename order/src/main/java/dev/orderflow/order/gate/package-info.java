/**
 * The stock gate in Redis: a sold-out product is refused before anything is written. It is advisory; while it is slow,
 * wrong or away, orders are accepted and inventory decides.
 */
package dev.orderflow.order.gate;
