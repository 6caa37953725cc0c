package dev.orderflow.devservices.embedded;

import java.nio.file.Path;

/** The broker's configuration: one node that is everything, sized for a developer's machine. */
final class KafkaConfiguration {

    private KafkaConfiguration() {}

    static String of(int port, int controllerPort, Path log) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s

                auto.create.topics.enable=false
                num.partitions=12
                default.replication.factor=1
                offsets.topic.num.partitions=12
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0

                # After SIGKILL the new incarnation is refused until the session of the old one is over.
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=1000

                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=2
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, log);
    }
}
