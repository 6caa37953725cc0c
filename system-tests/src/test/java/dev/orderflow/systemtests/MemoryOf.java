package dev.orderflow.systemtests;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watches the memory of some processes. */
final class MemoryOf implements AutoCloseable {

    /**
     * @param resident the most that a process had since it was asked last, in MB, as the operating system counts it
     * @param heap what is left in its heap now, in MB
     */
    record Used(long resident, long heap) {}

    private final TestSystem system;
    private final Map<String, ResidentMemory> resident = new TreeMap<>();

    MemoryOf(TestSystem system, List<String> processes) {
        this.system = system;
        processes.forEach(process -> resident.put(process, new ResidentMemory(system, process)));
    }

    /** By process. */
    Map<String, Used> used() throws IOException, InterruptedException {
        var all = new TreeMap<String, Used>();
        for (var each : resident.entrySet()) {
            all.put(each.getKey(), new Used(each.getValue().peak(), LiveHeap.of(system, each.getKey())));
        }
        return all;
    }

    @Override
    public void close() {
        resident.values().forEach(ResidentMemory::close);
    }
}
