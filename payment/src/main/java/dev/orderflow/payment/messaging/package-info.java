/** How payments change: order events in batches, facts of the provider one at a time, tasks for what is to be asked. */
package dev.orderflow.payment.messaging;
