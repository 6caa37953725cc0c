/** The shipment table: locked, read and written as sets. */
package dev.orderflow.shipping.persistence;
