package dev.orderflow.systemtests;

import java.nio.file.Path;
import java.util.List;

/** Commands of the checkout that run a Maven of their own: with the JDK and the local repository of this build. */
final class Maven {

    private Maven() {}

    static ProcessBuilder process(List<String> command, Path directory, Path data, int portOffset) {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("ORDERFLOW_DATA", data.toString());
        environment.put("ORDERFLOW_PORT_OFFSET", Integer.toString(portOffset));
        environment.put("QUARKUS_ANALYTICS_DISABLED", "true");
        environment.merge("MAVEN_OPTS", localRepository(), (given, more) -> given + " " + more);
        return builder;
    }

    private static String localRepository() {
        return "-Dmaven.repo.local=" + System.getProperty("orderflow.local-repository");
    }
}
