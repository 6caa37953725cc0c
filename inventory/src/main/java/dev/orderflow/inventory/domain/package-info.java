/**
 * Products, stock and reservations as values and decisions about them. Pure: no clock, no I/O; what a decision needs
 * is handed in, what follows from it is handed back.
 */
package dev.orderflow.inventory.domain;
