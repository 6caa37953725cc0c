/** What crosses the wire: how events are named, versioned, keyed and listed. The events are in a package per topic. */
package dev.orderflow.contracts;
