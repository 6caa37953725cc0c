package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.tracing.SpanView;
import dev.orderflow.devservices.tracing.TraceNode;
import dev.orderflow.devservices.tracing.TraceText;
import dev.orderflow.devservices.tracing.Traces;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        description = "Prints what an order led to, span by span, as a tree with times.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Runnable {

    @Parameters(paramLabel = "ORDER", description = "The order's id.")
    private UUID order;

    @Override
    public void run() {
        String key = order.toString();
        List<SpanView> spans = new Traces(Context.system().endpoints().traces()).ofOrder(key);
        if (spans.isEmpty()) {
            throw new PartFailed("no trace of order " + key
                    + ": there is no such order, or none was collected when it was placed, or so many came after it"
                    + " that it is forgotten, or it is too young: spans are told within a second");
        }
        Console.say(TraceText.of(TraceNode.about(key, TraceNode.trees(spans))).stripTrailing());
    }
}
