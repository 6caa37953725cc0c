package dev.orderflow.messaging.relay;

import java.util.UUID;

/** The right to publish, as it stood in the cursor row when it was taken. The epoch grows with every new holder. */
record Lease(UUID owner, long epoch, long position) {}
