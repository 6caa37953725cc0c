package dev.orderflow.notification.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds a host's addresses; blocks meanwhile. */
@FunctionalInterface
interface Lookup {

    List<InetAddress> of(String host) throws UnknownHostException;
}
