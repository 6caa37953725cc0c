/** A typed client of Orderflow's HTTP interfaces: start at {@link dev.orderflow.client.OrderflowClient}. */
package dev.orderflow.client;
