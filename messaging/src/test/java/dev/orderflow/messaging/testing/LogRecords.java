package dev.orderflow.messaging.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What a class tells its operators from here on, until this is closed. */
public final class LogRecords extends Handler implements AutoCloseable {

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LogRecords(Logger logger) {
        this.logger = logger;
    }

    public static LogRecords of(Class<?> teller) {
        var records = new LogRecords(Logger.getLogger(teller.getName()));
        records.logger.addHandler(records);
        return records;
    }

    /** From INFO on. */
    public List<String> all() {
        return from(Level.INFO);
    }

    public List<String> warnings() {
        return from(Level.WARNING);
    }

    private List<String> from(Level least) {
        return records.stream()
                .filter(each -> each.getLevel().intValue() >= least.intValue())
                .map(ExtLogRecord::getFormattedMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord told) {
        records.add(ExtLogRecord.wrap(told));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
