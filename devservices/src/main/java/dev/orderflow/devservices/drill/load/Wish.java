package dev.orderflow.devservices.drill.load;

/** What is asked for about an order once it is placed. */
public enum Wish {
    CANCEL,
    RETURN,
    /** That an operator closes it by hand, since its refund is refused. */
    RESOLVE,
    /** That all is forgotten that is known of the customer. */
    ERASE
}
