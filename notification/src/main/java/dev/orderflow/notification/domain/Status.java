package dev.orderflow.notification.domain;

/** How far a notification has come. */
public enum Status {
    /** Waits for its turn or for the channel. */
    PENDING,
    /** The channel has taken it. */
    SENT,
    /** Refused for good, or not taken before its deadline. */
    FAILED,
    /** The customer gave no address for the channel; it can only be read in the list. */
    NO_ADDRESS,
    /** The customer does not want to be told by the channel; it can only be read in the list. */
    SUPPRESSED
}
