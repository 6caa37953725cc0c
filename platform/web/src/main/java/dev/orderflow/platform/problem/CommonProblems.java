package dev.orderflow.platform.problem;

import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class CommonProblems implements ProblemSource {

    @Override
    public List<ProblemType> types() {
        return Problems.all();
    }
}
