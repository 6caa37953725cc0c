package dev.orderflow.kubernetes;

import java.util.stream.Stream;

/** A rule that all manifests of an overlay have to keep. Names what breaks it. */
@FunctionalInterface
interface Policy {

    Stream<String> violations(Manifests manifests);
}
