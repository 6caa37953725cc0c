package dev.orderflow.analytics.fleet;

import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.Figure.Kind;
import dev.orderflow.analytics.domain.Tally;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The whole, from whichever replica is asked: each figure is the sum of all partitions' shares, each once, or there is no
 * answer. A customer is known to one replica, which is asked if it is another.
 */
@Singleton
public class Fleet {

    private final Members members;
    private final Replicas replicas;
    private final LocalState local;

    @Inject
    Fleet(Members members, Replicas replicas, LocalState local) {
        this.members = members;
        this.replicas = replicas;
        this.local = local;
    }

    /** All of one kind, by key. */
    public Map<String, Tally> figures(String token, Kind kind) {
        return figures(token, kind.first(), kind.last());
    }

    /**
     * By key, from the first to the last, both included.
     *
     * @param token the caller's, as a header
     * @throws dev.orderflow.platform.problem.ProblemException {@code unavailable} while a partition is being moved,
     *     restored or counted anew
     */
    public Map<String, Tally> figures(String token, String first, String last) {
        var now = members.ofFigures();
        var asked = others(now).stream()
                .map(host -> replicas.at(host).figures(token, first, last))
                .toList();
        var sum = local.figures(first, last);
        for (var answer : asked) {
            sum = sum.plus(joined(answer)).orElseThrow(() -> Absent.now("The figures are being moved"));
        }
        if (sum.partitions().isEmpty() || !sum.partitions().equals(Members.partitions(now))) {
            throw Absent.now("Not all of the figures are there: some are being counted, moved or restored");
        }
        return sum.figures();
    }

    /** Of a customer of whom nothing is known, {@link CustomerPattern#NONE}. */
    public CustomerPattern customer(String token, String id) {
        var owner = members.ofCustomer(id);
        return members.isSelf(owner.activeHost())
                ? local.customer(id, owner.partition())
                : joined(replicas.at(owner.activeHost()).customer(token, id));
    }

    /** The same if this replica has it; it asks no other, so that two which disagree don't ask each other for ever. */
    public CustomerPattern customerHere(String id) {
        return local.customer(id, members.ofCustomer(id).partition());
    }

    private List<HostInfo> others(Collection<StreamsMetadata> now) {
        replicas.keep(now.stream().map(StreamsMetadata::hostInfo).toList());
        return now.stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !members.isSelf(host))
                .toList();
    }

    private static <T> T joined(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException silent) {
            throw Absent.now("Another replica, which has a part of the figures, does not answer");
        }
    }
}
