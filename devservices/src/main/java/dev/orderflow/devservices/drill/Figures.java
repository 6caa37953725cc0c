package dev.orderflow.devservices.drill;

import java.util.List;

/** What orders did, as somebody has counted it; a line of text for each figure, which begins with what it is about. */
public interface Figures {

    /** Minute, placed, confirmed, delivered, cancelled, revenue; oldest first. */
    List<String> minutes();

    /** Reason, orders; most first. */
    List<String> cancellations();

    /** Sku, pieces, revenue; most first, 200 at most. */
    List<String> sold();
}
