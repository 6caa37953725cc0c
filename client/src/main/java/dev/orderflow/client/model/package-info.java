/** What is sent and answered. What may be absent in an answer is an Optional; what may be left out of a request is null. */
package dev.orderflow.client.model;
