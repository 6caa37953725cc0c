package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.fault.Done;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as a person reads it. */
public final class ReportText {

    /** What comes after so many violations tells nothing new; the other file has all of them. */
    private static final int SHOWN = 40;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private ReportText(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        ReportText text = new ReportText(report);
        text.figures();
        text.faults();
        text.recoveries();
        if (report.plan().hasCalmRound()) {
            text.comebacks();
        }
        text.verdicts();
        text.violations();
        return text.text.toString();
    }

    private void figures() {
        DrillPlan plan = report.plan();
        line("Drill with seed %d: %s", plan.seed(), report.passed() ? "passed" : "FAILED");
        line("  replicas         %d of each service", plan.replicas());
        line("  lasted           %s", seconds(Duration.between(report.begin(), report.end())));
        line("  customers        %s", counts(report.outcomes()));
        line("  requests         %d for them", report.requests());
        line("  kills            %s", counts(report.kills()));
        line("  published again  %d events by the drill", report.repeatedByDrill());
        line("                   %d events by relays that were cut", report.repeatedByRelays());
        line("  answers lost     %d of the payment provider", report.answersLost());
        line("  timed out        %d orders, not paid in time", report.timedOut());
        line(
                "  slowest order    %s after it began and the last fault that it met (%s are allowed)",
                seconds(report.longestWait()), seconds(plan.finalWithin()));
        line("  machine stalled  %s", seconds(report.stalled()));
        line("  until final      %s after the last fault", seconds(report.untilFinal()));
        line("  until settled    %s more", seconds(report.untilSettled()));
    }

    private void faults() {
        line("Faults, in seconds: planned, begun, over");
        report.faults().forEach(fault -> line("  %s", words(fault)));
    }

    private void recoveries() {
        line("Seconds from a killed process' being ready until the orders that were open then were final");
        report.recoveries()
                .forEach(each -> line(
                        "  %7s  %s, %d orders%s",
                        seconds(each.untilFinal()),
                        each.process(),
                        each.open(),
                        each.isDisturbed() ? ", with another fault meanwhile" : ""));
    }

    private void comebacks() {
        line(
                "Calm round: the same, of services that were killed as a whole, with nothing else wrong (%s are allowed)",
                seconds(report.plan().calm()));
        report.comebacks()
                .forEach(each -> line(
                        "  %7s  %s, %d orders",
                        seconds(each.untilFinal()),
                        each.service().module(),
                        each.open().size()));
    }

    private void verdicts() {
        line("Invariants");
        report.invariants()
                .forEach(invariant -> line("  %-6s %s", isBroken(invariant) ? "BROKEN" : "holds", invariant));
    }

    private void violations() {
        if (!report.passed()) {
            line("Violations: %d", report.violations().size());
            report.violations().stream().limit(SHOWN).forEach(violation -> line("  %s", violation));
        }
    }

    private String words(Done fault) {
        return String.format(
                Locale.ROOT,
                "%7s %7s %7s  %s%s%s",
                seconds(fault.planned()),
                seconds(Duration.between(report.begin(), fault.begin())),
                seconds(Duration.between(report.begin(), fault.end())),
                fault.fault().words(),
                fault.processes().isEmpty() ? "" : " (" + String.join(", ", fault.processes()) + ")",
                fault.failed() ? ": " + fault.failure() : "");
    }

    private boolean isBroken(String invariant) {
        return report.violations().stream()
                .anyMatch(violation -> violation.invariant().equals(invariant));
    }

    private static String counts(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", ", all + " (", ")"));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
