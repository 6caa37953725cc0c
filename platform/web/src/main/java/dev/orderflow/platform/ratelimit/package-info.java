/**
 * How much one customer may ask of a service in a while: a bucket of tokens for reads and one for writes, shared by the
 * replicas where there is a store for that. It is courtesy, not a wall: while a shared store is away everybody is let in.
 */
package dev.orderflow.platform.ratelimit;
