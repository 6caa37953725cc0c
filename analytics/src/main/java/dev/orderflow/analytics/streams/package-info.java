/** Figures from events: the topology, its stores, and how both are run. */
package dev.orderflow.analytics.streams;
