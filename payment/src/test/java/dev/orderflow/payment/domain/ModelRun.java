package dev.orderflow.payment.domain;

import static dev.orderflow.contracts.value.RefundCause.CANCELLED;
import static dev.orderflow.contracts.value.RefundCause.RETURNED;

import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.RefundFailed;
import dev.orderflow.payment.domain.Outcome.Applied;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One order's payment in a hostile world: calls are made more than once, their results come late, twice or after the
 * deadline has been acted on, webhooks come in any order, and the order changes its mind at any moment.
 */
final class ModelRun {

    /** @param payment as it was when the task was made */
    private record Task(Command command, Payment payment) {}

    private final Random random;
    private final boolean losesAnswers;
    final ModelProvider provider;
    final List<PaymentEvent> events = new ArrayList<>();
    final List<String> story = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Fact> results = new ArrayList<>();
    private final List<Input> orders = new ArrayList<>();
    Payment payment = Payment.none(Fixtures.ORDER, Fixtures.CUSTOMER);
    int requests;
    long corrections;

    /** @param losesAnswers whether a crash between call and record loses the answer; else that comes late */
    ModelRun(long seed, boolean losesAnswers) {
        this.random = new Random(seed);
        this.losesAnswers = losesAnswers;
        this.provider = new ModelProvider(random, Fixtures.AMOUNT);
        orders.add(Fixtures.CHARGE);
        var cause = random.nextInt(4) == 0 ? RETURNED : CANCELLED;
        for (int round = 1; round <= random.nextInt(4); round++) {
            orders.add(new UndoAsked(cause, round));
        }
        if (cause == CANCELLED && random.nextInt(4) == 0) {
            orders.add(new UndoAsked(RETURNED, 1));
        }
    }

    ModelRun run() {
        do {
            while (!orders.isEmpty() || !tasks.isEmpty() || !results.isEmpty() || !provider.webhooks.isEmpty()) {
                step();
            }
        } while (losesAnswers && booksAreCompared());
        return this;
    }

    /** Answers whether that leads to anything: what was given up, and is paid back all the same, is told. */
    private boolean booksAreCompared() {
        provider.endsWhatIsUnderWay();
        if (payment.status() == PaymentStatus.REFUND_FAILED && provider.refunded) {
            learn(new Fact.ChargeRefunded("ch_1"));
        }
        return !tasks.isEmpty() || !provider.webhooks.isEmpty();
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0 -> orderSpeaks();
            case 1, 2 -> callIsMade();
            case 3, 4 -> take(results, true);
            case 5 -> take(provider.webhooks, random.nextBoolean());
            case 6 -> provider.refundBreaks();
            default -> deadlinePasses();
        }
    }

    /** In order, as a partition is. */
    private void orderSpeaks() {
        boolean returnsTooEarly = !orders.isEmpty()
                && orders.getFirst() instanceof UndoAsked(var cause, var round)
                && cause == RETURNED
                && payment.status() != PaymentStatus.CAPTURED
                && payment.requests().cause() == null
                && !isOver();
        if (!orders.isEmpty() && !returnsTooEarly) {
            var asked = orders.removeFirst();
            boolean taken = learn(asked);
            requests += taken && asked instanceof UndoAsked ? 1 : 0;
        }
    }

    private boolean isOver() {
        return tasks.isEmpty() && results.isEmpty() && payment.status() != PaymentStatus.NONE;
    }

    private static int refundTry(Task task) {
        return task.payment().refs().refundTry();
    }

    /** The task may stay, as after a crash between call and record. */
    private void callIsMade() {
        if (tasks.isEmpty()) {
            return;
        }
        var task = tasks.get(random.nextInt(tasks.size()));
        var answer = answer(task);
        boolean crashes = random.nextInt(4) == 0;
        if (!crashes) {
            tasks.remove(task);
        }
        if (!crashes || !losesAnswers) {
            results.add(answer);
        }
    }

    private Fact answer(Task task) {
        return switch (task.command()) {
            case Command.CreateIntent _ -> provider.create();
            case Command.ConfirmIntent _ -> provider.confirm();
            case Command.SettleIntent _ -> provider.settle();
            case Command.RefundAll _, Command.RefundAgain _ -> provider.refund(refundTry(task));
            case Command.WatchRefund _ -> provider.watch(task.payment().refs().refundId());
        };
    }

    /** Nothing is known then, or the call is made by somebody else who is slow. */
    private void deadlinePasses() {
        if (tasks.isEmpty() || random.nextInt(4) > 0) {
            return;
        }
        var task = tasks.get(random.nextInt(tasks.size()));
        switch (task.command()) {
            case Command.CreateIntent create -> expire(task, new Fact.NotCreated("provider-unavailable"));
            case Command.ConfirmIntent confirm -> expire(task, new Fact.Unresolved());
            case Command.SettleIntent settle -> expire(task, new Fact.Unresolved());
            case Command.RefundAll _, Command.RefundAgain _ -> expire(task, new Fact.RefundUnresolved(refundTry(task)));
            case Command.WatchRefund watch -> {}
        }
    }

    private void expire(Task task, Fact fact) {
        tasks.remove(task);
        results.add(fact);
    }

    private void take(List<Fact> from, boolean forGood) {
        if (!from.isEmpty()) {
            int which = random.nextInt(from.size());
            learn(forGood ? from.remove(which) : from.get(which));
        }
    }

    private boolean learn(Input input) {
        var outcome = PaymentRules.decide(payment, input);
        story.add(payment.status() + " + " + input + ": " + EveryStateAndInputTest.told(outcome));
        if (!(outcome instanceof Applied applied)) {
            return false;
        }
        corrections += corrected(input, applied);
        payment = applied.next();
        events.addAll(applied.events());
        applied.commands().forEach(command -> tasks.add(new Task(command, applied.next())));
        return true;
    }

    /** What is told although nobody waits for it: what was told before has turned out wrong, or may have. */
    private long corrected(Input input, Applied applied) {
        if (payment.status() == PaymentStatus.REFUND_FAILED && applied.next().status() == PaymentStatus.REFUNDING) {
            return input instanceof Fact ? 1 : 0;
        }
        return payment.requests().owed() > 0
                ? 0
                : applied.events().stream()
                        .filter(event -> input instanceof Fact)
                        .filter(event -> event instanceof PaymentRefunded || event instanceof RefundFailed)
                        .count();
    }
}
