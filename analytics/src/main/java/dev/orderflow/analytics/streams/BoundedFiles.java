package dev.orderflow.analytics.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * All stores of a replica share one bounded memory outside the heap, however many partitions it has: RocksDB by itself
 * would take up to 66 MB for each of them.
 */
public final class BoundedFiles implements RocksDBConfigSetter {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MEMORY = 48 * MEBIBYTE;
    private static final long WRITES = 16 * MEBIBYTE;

    private static Cache cache;
    private static WriteBufferManager writes;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        share(options, table);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(MEBIBYTE);
        options.setMaxWriteBufferNumber(2);
    }

    /** Made when the first store is opened: the library that they are of is loaded then. */
    private static synchronized void share(Options options, BlockBasedTableConfig table) {
        if (cache == null) {
            cache = new LRUCache(MEMORY);
            writes = new WriteBufferManager(WRITES, cache);
        }
        table.setBlockCache(cache);
        options.setWriteBufferManager(writes);
    }

    /** What is shared outlives each store. */
    @Override
    public void close(String store, Options options) {}
}
