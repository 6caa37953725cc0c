/** The carrier: what is asked of it as durable tasks, and what it tells by webhook. Speaks EasyPost's API. */
package dev.orderflow.shipping.carrier;
