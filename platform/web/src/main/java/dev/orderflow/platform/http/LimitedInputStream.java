package dev.orderflow.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body of undeclared length, up to a limit. What exceeds it is read and thrown away for a while, because a client
 * that is still sending would see a broken connection instead of the answer.
 */
final class LimitedInputStream extends FilterInputStream {

    private static final int PATIENCE = 8;

    private final long limit;
    private long read;

    LimitedInputStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int some = super.read(target, offset, length);
        count(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws IOException {
        read += Math.max(0, more);
        if (read > limit) {
            drain();
            throw BodyLimit.exceeded(limit).header("Connection", "close");
        }
    }

    private void drain() throws IOException {
        var sink = new byte[8192];
        for (int some = 0; some >= 0 && read < PATIENCE * limit; read += Math.max(0, some)) {
            some = in.read(sink);
        }
    }
}
