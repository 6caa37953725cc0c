package dev.orderflow.messaging.topic;

import java.util.Collection;

/** A bean that names the topics which this service writes or reads. */
public interface TopicSource {

    Collection<TopicSpec> topics();
}
