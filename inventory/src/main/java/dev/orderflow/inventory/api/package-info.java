/** The catalogue and the stock over HTTP. */
package dev.orderflow.inventory.api;
