/** What the trace of an order has to look like. */
package dev.orderflow.systemtests.trace;
