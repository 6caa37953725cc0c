# A service on a JVM, built in the folder of its module after ./mvnw package.
FROM eclipse-temurin:25-jre
COPY --chown=0:0 target/quarkus-app/ /app/
USER 1001
# The heap leaves room for Netty's buffers; what is out of memory is started again.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
    "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/quarkus-run.jar"]
