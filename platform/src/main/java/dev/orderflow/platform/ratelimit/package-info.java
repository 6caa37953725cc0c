/**
 * How much one customer may ask of a service in a while, whichever replica is asked: a bucket of tokens for reads and one for
 * writes. It is courtesy, not a wall: without the shared store everybody is let in.
 */
package dev.orderflow.platform.ratelimit;
