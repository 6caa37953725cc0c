package dev.orderflow.systemtests.trace;

/** What an order leads to that is paid, sent and delivered. */
public final class HappyTrace {

    /** The parties' answers and their webhooks race, and a mail may have to wait for the one before it. */
    public static final ExpectedTrace TREE = ExpectedTrace.of("""
            order: publish orderflow.order.placed < order: POST /orders
            inventory: process orderflow.order.placed < order: publish orderflow.order.placed
            inventory: publish orderflow.inventory.stock-reserved < inventory: process orderflow.order.placed
            order: process orderflow.inventory.stock-reserved < inventory: publish orderflow.inventory.stock-reserved
            order: publish orderflow.order.payment-requested < order: process orderflow.inventory.stock-reserved

            payment: process orderflow.order.payment-requested < order: publish orderflow.order.payment-requested
            payment: task create-intent < payment: process orderflow.order.payment-requested
            payment: POST /v1/payment_intents < payment: task create-intent
            payment: task confirm-intent < payment: task create-intent
            payment: POST /v1/payment_intents/{id}/confirm < payment: task confirm-intent
            ? payment: GET /v1/payment_intents/{id} < payment: task create-intent | payment: task confirm-intent
            payment: webhook payment_intent.succeeded < payment: process orderflow.order.payment-requested
            payment: publish orderflow.payment.completed < payment: task confirm-intent | payment: webhook payment_intent.succeeded
            order: process orderflow.payment.completed < payment: publish orderflow.payment.completed
            order: publish orderflow.order.confirmed < order: process orderflow.payment.completed

            shipping: process orderflow.order.confirmed < order: publish orderflow.order.confirmed
            shipping: task create-label < shipping: process orderflow.order.confirmed
            shipping: POST /v2/shipments < shipping: task create-label
            ? shipping: GET /v2/shipments < shipping: task create-label
            shipping: task buy-label < shipping: task create-label
            shipping: POST /v2/shipments/{id}/buy < shipping: task buy-label
            shipping: publish orderflow.shipping.scheduled < shipping: task buy-label
            order: process orderflow.shipping.scheduled < shipping: publish orderflow.shipping.scheduled
            shipping: webhook tracker < shipping: process orderflow.order.confirmed
            ? shipping: task watch-parcel < shipping: task buy-label | shipping: task watch-parcel
            ? shipping: GET /v2/shipments/{id} < shipping: task watch-parcel
            shipping: publish orderflow.shipping.dispatched < shipping: webhook tracker | shipping: task watch-parcel
            order: process orderflow.shipping.dispatched < shipping: publish orderflow.shipping.dispatched
            order: publish orderflow.order.shipped < order: process orderflow.shipping.dispatched
            inventory: process orderflow.order.shipped < order: publish orderflow.order.shipped
            shipping: publish orderflow.shipping.delivered < shipping: webhook tracker | shipping: task watch-parcel
            order: process orderflow.shipping.delivered < shipping: publish orderflow.shipping.delivered
            order: publish orderflow.order.delivered < order: process orderflow.shipping.delivered
            inventory: process orderflow.order.delivered < order: publish orderflow.order.delivered

            notification: process orderflow.order.placed < order: publish orderflow.order.placed
            notification: process orderflow.order.confirmed < order: publish orderflow.order.confirmed
            notification: process orderflow.order.shipped < order: publish orderflow.order.shipped
            notification: process orderflow.order.delivered < order: publish orderflow.order.delivered
            notification: task mail < notification: process orderflow.order.placed | notification: process orderflow.order.confirmed | notification: process orderflow.order.shipped | notification: process orderflow.order.delivered | notification: task mail
            notification: smtp < notification: task mail
            notification: publish orderflow.notification.sent < notification: task mail

            loyalty: process orderflow.order.delivered < order: publish orderflow.order.delivered
            """);

    private HappyTrace() {}
}
