/** Orders and the product copy in Postgres: set-based SQL for what writes, Panache for what reads. */
package dev.orderflow.order.persistence;
