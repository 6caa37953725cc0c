# A service on a JVM, built in the folder of its module after ./mvnw package -Dquarkus.package.jar.type=aot-jar.
FROM eclipse-temurin:25-jre AS trained
WORKDIR /app
COPY target/quarkus-app/ ./
# The cache of a start fits only the JVM that wrote it, so the image's own starts once, without Kafka and Postgres, and ends.
# Without what has no default payment, shipping and notification would not start: this is nobody's, and gone with the step.
# The heap is as small as a pod's: a JVM with one above 32 GB has other pointers, and its cache would be of no use there.
RUN ORDERFLOW_PAYMENT_PROVIDER_URL=http://nowhere.invalid ORDERFLOW_PAYMENT_PROVIDER_KEY=image \
    ORDERFLOW_PAYMENT_PROVIDER_WEBHOOK_SECRET=image \
    ORDERFLOW_CARRIER_URL=http://nowhere.invalid ORDERFLOW_CARRIER_KEY=image ORDERFLOW_CARRIER_WEBHOOK_SECRET=image \
    ORDERFLOW_NOTIFICATION_SECRETS_KEYS="image:$(head -c 32 /dev/urandom | base64)" \
    QUARKUS_INIT_AND_EXIT=true java -XX:AOTCacheOutput=app.aot -Xmx512m \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -jar quarkus-run.jar

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --chown=0:0 --from=trained /app/ ./
USER 1001
# The heap leaves room for Netty's buffers; what is out of memory is started again. A cache that does not fit is not used.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=app.aot", \
    "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", "-jar", "quarkus-run.jar"]
