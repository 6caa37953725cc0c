/**
 * The tables of loyalty. What writes or locks runs on the connection of a unit of work, one statement for any number of
 * rows; what only reads for a request uses Panache.
 */
package dev.orderflow.loyalty.persistence;
