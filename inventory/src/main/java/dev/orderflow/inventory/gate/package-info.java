/** The stock gate in Redis: what inventory tells it. It is advisory; nothing here decides about stock. */
package dev.orderflow.inventory.gate;
