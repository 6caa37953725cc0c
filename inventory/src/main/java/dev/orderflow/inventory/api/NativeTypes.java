package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Product;
import dev.orderflow.platform.paging.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written as JSON and not declared here, for native images. */
@RegisterForReflection(targets = {Product.class, Page.class})
final class NativeTypes {

    private NativeTypes() {}
}
