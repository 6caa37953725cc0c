package dev.orderflow.platform.problem;

import java.util.List;

/** A bean of a service that names the problems the service can answer with, so that each has its page. */
public interface ProblemSource {

    List<ProblemType> types();
}
