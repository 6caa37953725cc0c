package dev.orderflow.platform.sample;

import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
public class SampleProblems implements ProblemSource {

    public static final ProblemType SOLD_OUT =
            new ProblemType("sold-out", 409, "Sold out", "Less than <you> asked for is left.");

    @Override
    public List<ProblemType> types() {
        return List.of(SOLD_OUT);
    }
}
