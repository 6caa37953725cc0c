package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.ClosedLoop;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.client.model.Stock;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Many more customers than pieces: how fast those who come too late are told, and whether anything is sold twice. */
final class SalePart {

    private static final int PIECES = 100;
    private static final int CONNECTIONS = 64;
    private static final Duration TO_SELL = Duration.ofMinutes(5);
    private static final Duration TO_KNOW = Duration.ofSeconds(60);

    private final Bed bed;

    SalePart(Bed bed) {
        this.bed = bed;
    }

    ObjectNode run(int requests) {
        var door = new StockDoor(bed.system().endpoints().redis());
        var node = Json.object().put("pieces", PIECES).put("requests", requests);
        node.set("undisturbed", sell(requests, () -> {}));
        node.set("with Redis flushed half-way", sell(requests, door::forgetEverything));
        if (!door.hasForgotten()) {
            throw new PartFailed("Redis was not flushed");
        }
        return node;
    }

    private ObjectNode sell(int requests, Runnable halfWay) {
        var sku = "sale-" + UUID.randomUUID();
        var shop = Shop.of(bed.system(), sku, PIECES);
        awaitPrice(shop);
        SaleAnswers answers;
        double seconds;
        try (var aside = Executors.newVirtualThreadPerTaskExecutor();
                var caller = new Caller(CONNECTIONS)) {
            answers = new SaleAnswers((requests + 1) / 2, () -> aside.submit(halfWay));
            long began = System.nanoTime();
            Caller.await(new ClosedLoop(caller, shop::order, answers).run(CONNECTIONS, requests, TO_SELL));
            seconds = (System.nanoTime() - began) / 1e9;
        }
        bed.witness().awaitEnds(answers.taken());
        try (var operator = Operator.of(bed.system())) {
            return figures(answers, seconds, operator.stock(sku));
        }
    }

    /** Order has its own copy of the catalogue, which is a moment behind. */
    private void awaitPrice(Shop shop) {
        try (var caller = new Caller(1)) {
            if (!Wait.until(() -> Caller.await(caller.call(shop.unpayable())).status() == 409, TO_KNOW)) {
                throw new PartFailed("order does not know the product of the sale");
            }
        }
    }

    private ObjectNode figures(SaleAnswers answers, double seconds, Stock stock) {
        var witness = bed.witness();
        long delivered = answers.taken().stream()
                .filter(witness.delivered()::containsKey)
                .count();
        long cancelled = answers.taken().stream().filter(witness::isCancelled).count();
        var node = Json.object()
                .put("taken", answers.taken().size())
                .put("delivered", delivered)
                .put("cancelled", cancelled)
                .put("oversold", Math.max(0, delivered - PIECES))
                .put("left", stock.onHand())
                .put("refusalsPerSecond", Figures.rounded(answers.refusals().getTotalCount() / seconds));
        node.set("refused", Figures.times(answers.refusals()));
        node.set("answers", Json.MAPPER.valueToTree(answers.byAnswer()));
        return node;
    }
}
