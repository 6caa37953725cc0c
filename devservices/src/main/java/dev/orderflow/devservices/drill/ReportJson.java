package dev.orderflow.devservices.drill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.drill.check.Comeback;
import dev.orderflow.devservices.drill.check.Violation;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.http.Json;

/** A report as a program reads it: times as RFC 3339, durations in milliseconds. */
final class ReportJson {

    private ReportJson() {}

    static ObjectNode of(Report report) {
        ObjectNode json = plan(report.plan())
                .put("begin", report.begin().toString())
                .put("end", report.end().toString())
                .put("passed", report.passed())
                .put("requests", report.requests())
                .put("publishedAgainByDrill", report.repeatedByDrill())
                .put("publishedAgainByRelays", report.repeatedByRelays())
                .put("answersLost", report.answersLost())
                .put("timedOut", report.timedOut())
                .put("longestWaitMillis", report.longestWait().toMillis())
                .put("stalledMillis", report.stalled().toMillis())
                .put("untilFinalMillis", report.untilFinal().toMillis())
                .put("untilSettledMillis", report.untilSettled().toMillis());
        json.set("outcomes", Json.MAPPER.valueToTree(report.outcomes()));
        json.set("kills", Json.MAPPER.valueToTree(report.kills()));
        ArrayNode faults = json.putArray("faults");
        report.faults().forEach(fault -> faults.add(fault(fault)));
        ArrayNode recoveries = json.putArray("recoveries");
        report.recoveries().forEach(recovery -> recoveries.add(recovery(recovery)));
        ArrayNode comebacks = json.putArray("comebacks");
        report.comebacks().forEach(comeback -> comebacks.add(comeback(comeback)));
        ArrayNode invariants = json.putArray("invariants");
        report.invariants().forEach(invariants::add);
        ArrayNode violations = json.putArray("violations");
        report.violations().forEach(violation -> violations.add(violation(violation)));
        return json;
    }

    private static ObjectNode plan(DrillPlan plan) {
        return Json.object()
                .put("seed", plan.seed())
                .put("replicas", plan.replicas())
                .put("ordersPerSecond", plan.ordersPerSecond())
                .put("plannedMillis", plan.duration().toMillis())
                .put("finalWithinMillis", plan.finalWithin().toMillis())
                .put("calmMillis", plan.calm().toMillis());
    }

    private static ObjectNode fault(Done fault) {
        return Json.object()
                .put("plannedMillis", fault.planned().toMillis())
                .put("fault", fault.fault().words())
                .put("processes", String.join(", ", fault.processes()))
                .put("begin", fault.begin().toString())
                .put("end", fault.end().toString())
                .put("failure", fault.failure());
    }

    private static ObjectNode recovery(Recovery recovery) {
        return Json.object()
                .put("process", recovery.process())
                .put("back", recovery.back().toString())
                .put("openOrders", recovery.open())
                .put("untilFinalMillis", recovery.untilFinal().toMillis())
                .put("disturbed", recovery.isDisturbed());
    }

    private static ObjectNode comeback(Comeback comeback) {
        return Json.object()
                .put("service", comeback.service().module())
                .put("back", comeback.back().toString())
                .put("openOrders", comeback.open().size())
                .put("untilFinalMillis", comeback.untilFinal().toMillis());
    }

    private static ObjectNode violation(Violation violation) {
        return Json.object()
                .put("invariant", violation.invariant())
                .put("subject", violation.subject())
                .put("expected", violation.expected())
                .put("seen", violation.seen());
    }
}
