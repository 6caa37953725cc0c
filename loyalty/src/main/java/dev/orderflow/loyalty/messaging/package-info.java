/** What loyalty hears: order-events and customer-events. It says nothing: nobody waits for points. */
package dev.orderflow.loyalty.messaging;
