package dev.orderflow.order.api;

import dev.orderflow.order.application.TimelineEntry;
import dev.orderflow.platform.paging.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written as JSON and not declared here, for native images. */
@RegisterForReflection(targets = {Page.class, TimelineEntry.class})
final class NativeTypes {

    private NativeTypes() {}
}
