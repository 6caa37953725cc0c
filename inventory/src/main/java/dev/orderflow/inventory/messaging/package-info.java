/** What inventory hears (order-events) and says again (product-events). */
package dev.orderflow.inventory.messaging;
