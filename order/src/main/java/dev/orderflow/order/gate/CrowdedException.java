package dev.orderflow.order.gate;

import java.util.concurrent.TimeoutException;

/** More ask than this replica can pass on in time. It says nothing about Redis, so it opens no gate: come again. */
public final class CrowdedException extends TimeoutException {

    private static final long serialVersionUID = 1L;

    CrowdedException() {
        super("stood in line before the stock gate for too long");
    }
}
