package dev.orderflow.bench.reads;

/**
 * One statement that Postgres has carried out.
 *
 * @param queryId the same for statements that differ in their parameters only
 * @param millis without planning
 */
record Executed(String database, long queryId, String text, double millis, PlanFigures plan) {}
