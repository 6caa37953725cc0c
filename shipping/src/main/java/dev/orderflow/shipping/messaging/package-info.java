/** What shipping hears from others. */
package dev.orderflow.shipping.messaging;
