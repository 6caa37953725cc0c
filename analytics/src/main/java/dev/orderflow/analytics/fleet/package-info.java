/** Questions to the state, wherever in the fleet it is. */
package dev.orderflow.analytics.fleet;
