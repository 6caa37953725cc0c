/**
 * What stands at the door in Redis. The stock gate refuses a sold-out product before anything is written; the customers'
 * buckets refuse who asks too often. Both are advisory: while Redis is slow, wrong or away, everybody is let in and inventory
 * decides about stock.
 */
package dev.orderflow.order.gate;
