/**
 * Streams of an order's events. What is told comes from the journal, by version, so that it does not matter which replica
 * committed it, and nothing is lost or told twice between what has happened and what happens next.
 */
package dev.orderflow.order.live;
