# A service as a native binary, built in the folder of its module after ./mvnw package -Dnative.
FROM quay.io/quarkus/ubi9-quarkus-micro-image:2.0
COPY --chown=0:0 --chmod=0755 target/*-runner /app/service
USER 1001
ENTRYPOINT ["/app/service", "-XX:MaximumHeapSizePercent=60"]
