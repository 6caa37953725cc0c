/** The tables: set-based SQL on the transaction of the change, entities for what the HTTP side reads. */
package dev.orderflow.payment.persistence;
