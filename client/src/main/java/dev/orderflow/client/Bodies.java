package dev.orderflow.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;

/** How bodies come. */
final class Bodies {

    private static final int OK = 200;

    /** All of it before the answer is looked at, so that the timeout covers it. */
    static final BodyHandler<InputStream> WHOLE =
            info -> BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);

    /** A success as it comes. */
    static final BodyHandler<InputStream> LIVE =
            info -> info.statusCode() == OK ? BodySubscribers.ofInputStream() : WHOLE.apply(info);

    private Bodies() {}
}
