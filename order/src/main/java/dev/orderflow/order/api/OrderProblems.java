package dev.orderflow.order.api;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Verdict.Refusal;
import dev.orderflow.order.domain.pricing.Quote;
import dev.orderflow.order.gate.Admission.Missing;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What order refuses beside what every service does. */
@Singleton
class OrderProblems implements ProblemSource {

    private static final ProblemType UNKNOWN_PRODUCT = new ProblemType(
            "unknown-product",
            422,
            "A product is not known",
            "Nothing is sold under the skus that \"skus\" names. Take them out, or correct them.");
    private static final ProblemType PRODUCT_INACTIVE = new ProblemType(
            "product-inactive",
            422,
            "A product is not sold at present",
            "The products that \"skus\" names exist, but can't be ordered now. Take them out, or try again later.");
    private static final ProblemType MIXED_CURRENCIES = new ProblemType(
            "mixed-currencies",
            422,
            "An order is paid in one currency",
            "The products are priced in the currencies that \"currencies\" names. Place one order per currency.");
    private static final ProblemType PRICE_CHANGED = new ProblemType(
            "price-changed",
            409,
            "The order costs something else",
            "\"total\" is what the order costs now, \"expectedTotal\" what was expected. Ask the customer again, then"
                    + " send the order with the new total.");
    private static final ProblemType OUT_OF_STOCK = new ProblemType(
            "out-of-stock",
            409,
            "There is not enough in stock",
            "\"missing\" names the skus that there is too little of, and how many pieces of each could still be"
                    + " ordered. Ask the customer, then order less.");
    private static final ProblemType NOT_CANCELLABLE = new ProblemType(
            "not-cancellable",
            409,
            "It is too late to cancel the order",
            "The parcel has left (\"orderStatus\" says where the order stands). Once it is delivered it can be sent"
                    + " back: POST to \"returns\" under \"_links\".");
    private static final ProblemType NOT_RETURNABLE = new ProblemType(
            "not-returnable",
            409,
            "The order can't be sent back now",
            "Only a delivered order can be sent back, only once, and only as long as its address has not been erased;"
                    + " \"orderStatus\" says where the order stands.");

    private static final ProblemType HISTORY_GONE = new ProblemType(
            "history-gone",
            410,
            "What happened to the order is no longer kept",
            "The order itself is still there: GET it without \"/timeline\". Its history was kept for a limited time.");

    private static final ProblemType NOT_CHANGEABLE = new ProblemType(
            "not-changeable",
            409,
            "It is too late to change the order",
            "The address can be corrected until the order is CONFIRMED; \"orderStatus\" says where the order stands.");

    private static final String ORDER_STATUS = "orderStatus";

    @Override
    public List<ProblemType> types() {
        return List.of(
                UNKNOWN_PRODUCT,
                PRODUCT_INACTIVE,
                MIXED_CURRENCIES,
                PRICE_CHANGED,
                OUT_OF_STOCK,
                NOT_CANCELLABLE,
                NOT_RETURNABLE,
                NOT_CHANGEABLE,
                HISTORY_GONE);
    }

    static ProblemException historyGone() {
        return HISTORY_GONE.because("Its beginning is no longer kept");
    }

    static ProblemException soldOut(List<Missing> missing) {
        var skus = missing.stream().map(Missing::sku).collect(Collectors.joining(", "));
        return OUT_OF_STOCK.because("Not enough of " + skus).with("missing", missing);
    }

    static ProblemException notPriced(Quote quote) {
        return switch (quote) {
            case Quote.UnknownProduct(var skus) ->
                UNKNOWN_PRODUCT
                        .because("Nothing is sold under " + String.join(", ", skus))
                        .with("skus", skus);
            case Quote.ProductInactive(var skus) ->
                PRODUCT_INACTIVE
                        .because("Not sold at present: " + String.join(", ", skus))
                        .with("skus", skus);
            case Quote.MixedCurrencies(var currencies) ->
                MIXED_CURRENCIES
                        .because("The products are priced in " + String.join(", ", currencies))
                        .with("currencies", currencies);
            case Quote.PriceChanged(var expected, var actual) ->
                PRICE_CHANGED
                        .because("It costs " + actual + ", not " + expected)
                        .with("expectedTotal", expected)
                        .with("total", actual);
            case Quote.Priced _ -> throw new IllegalArgumentException("a price is no problem");
        };
    }

    static ProblemException refused(Order order, Refusal refusal) {
        String status = order.status().name();
        return switch (refusal) {
            case NOT_CANCELLABLE ->
                NOT_CANCELLABLE
                        .because("The order is " + status + "; a delivered order can be sent back")
                        .with(ORDER_STATUS, status)
                        .with("_links", Map.of("returns", OrderLinks.returns(order.id())));
            case NOT_RETURNABLE ->
                NOT_RETURNABLE
                        .because(
                                order.recipient().address() == null
                                        ? "The order's address has been erased"
                                        : "The order is " + status + ", not DELIVERED")
                        .with(ORDER_STATUS, status);
            case NOT_CHANGEABLE ->
                NOT_CHANGEABLE.because("The order is " + status).with(ORDER_STATUS, status);
            case ALREADY_CANCELLED, NOT_RETRYABLE, NOT_RESOLVABLE ->
                throw new IllegalArgumentException(refusal + " answers no command of a customer");
        };
    }
}
