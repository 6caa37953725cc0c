/** The REST side: what clients may ask for, what they are told, and nothing that decides. */
package dev.orderflow.order.api;
