/** What people may do with orders, inside a unit of work that the caller opens. */
package dev.orderflow.order.application;
