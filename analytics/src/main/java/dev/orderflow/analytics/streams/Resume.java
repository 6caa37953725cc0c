package dev.orderflow.analytics.streams;

import jakarta.inject.Singleton;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * What ends a stream's thread is a broker that was away for long, or a defect: another one tries again from the last commit,
 * and loses nothing. What is wrong with a single event never gets here.
 */
@Singleton
final class Resume implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = Logger.getLogger(Resume.class);

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOG.error("counting stopped, and is taken up again", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
