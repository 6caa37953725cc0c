/** What moves orders without a person: participants' answers, deadlines; and the product copy. */
package dev.orderflow.order.messaging;
