# A service on a JVM, built in the folder of its module after ./mvnw package -Dquarkus.package.jar.type=aot-jar.
FROM eclipse-temurin:25-jre AS trained
WORKDIR /app
COPY target/quarkus-app/ ./
# The cache of a start fits only the JVM that wrote it, so the image's own starts once, without Kafka and Postgres, and ends.
# Without a key notification would not start: this one is gone with the step.
RUN ORDERFLOW_NOTIFICATION_SECRETS_KEYS="image:$(head -c 32 /dev/urandom | base64)" QUARKUS_INIT_AND_EXIT=true java -XX:AOTCacheOutput=app.aot \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -jar quarkus-run.jar

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --chown=0:0 --from=trained /app/ ./
USER 1001
# The heap leaves room for Netty's buffers; what is out of memory is started again. A cache that does not fit is not used.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=app.aot", \
    "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
