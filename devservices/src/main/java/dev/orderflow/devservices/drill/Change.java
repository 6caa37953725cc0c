package dev.orderflow.devservices.drill;

/** What an operator does to a system while its customers order, and what none of them should notice. */
public interface Change {

    /** How many replicas of a service there are meanwhile, at most. A customer may come to any of them. */
    int replicas();

    void make() throws InterruptedException;
}
