package dev.orderflow.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;

/** All policies, by what they say of a good overlay. */
final class Policies {

    private Policies() {}

    static Map<String, Policy> ofEveryOverlay() {
        var policies = new LinkedHashMap<String, Policy>();
        policies.put(
                "every object is as its model has it",
                manifests -> manifests.objects().stream().flatMap(object -> Models.faults(object).stream()));
        policies.put("pods are restricted", PodPolicies::restricted);
        policies.put("pods can't reach their host", PodPolicies::hostIsOutOfReach);
        policies.put("pods are limited", PodPolicies::limited);
        policies.put("images are pinned", PodPolicies::pinned);
        policies.put("pods have no token", PodPolicies::withoutToken);
        policies.put("the databases' pods are restricted", OperatorPolicies::databasesAreRestricted);
        policies.put("Kafka's operators are restricted", OperatorPolicies::entityOperatorIsRestricted);
        policies.put("operators' pods are limited", OperatorPolicies::limited);
        policies.put("all services are there", ServicePolicies::everyServiceIsThere);
        policies.put("services are probed", ServicePolicies::probed);
        policies.put("services listen at their port", ServicePolicies::listensWhereTheServiceDoes);
        policies.put("services have time to end", ServicePolicies::givenTimeToEnd);
        policies.put("services are never all down", ServicePolicies::neverAllDown);
        policies.put("services are reached by their name", ServicePolicies::reached);
        policies.put("databases are migrated once", ServicePolicies::migratedOnce);
        policies.put("topics are what their owners want", KafkaPolicies::topicsAreTheOwners);
        policies.put("users may do what they do", KafkaPolicies::usersMayDoWhatTheyDo);
        policies.put("services scale by the lag of their groups", KafkaPolicies::scaledByTheLagOfEveryGroup);
        policies.put("services are scaled by one", KafkaPolicies::scaledByOneOnly);
        policies.put("Kafka is locked", KafkaPolicies::locked);
        policies.put("Kafka's pods are restricted", BrokerPolicies::restricted);
        policies.put("variables are settings", ConfigurationPolicies::everyVariableIsASetting);
        policies.put("what is needed is set", ConfigurationPolicies::everythingNeededIsSet);
        policies.put("services have settings of their own", ConfigurationPolicies::everyServiceHasItsOwnSettings);
        policies.put("no secret is in the tree", ConfigurationPolicies::noSecretIsInTheTree);
        policies.put("secrets are known", ConfigurationPolicies::everySecretIsKnown);
        policies.put("the network denies by default", NetworkPolicies::deniesByDefault);
        policies.put("the network has a policy per edge", NetworkPolicies::onePerEdge);
        policies.put("outside is outside", NetworkPolicies::outsideIsOutside);
        policies.put("nothing is open to all", NetworkPolicies::nothingIsOpenToAll);
        policies.put("edges are between pods that there are", EdgePolicies::everySelectorFindsPods);
        policies.put("edges lead to ports that somebody listens at", EdgePolicies::everyPortIsListenedAt);
        policies.put("edges have two ends", EdgePolicies::everyEdgeHasTwoEnds);
        policies.put("routes show what is public", RoutePolicies::exactlyWhatIsPublic);
        policies.put("routes lead to their service", RoutePolicies::toTheServiceOfItsName);
        policies.put("the namespace is restricted", OverlayPolicies::namespaceIsRestricted);
        policies.put("pods are labelled", OverlayPolicies::labelled);
        policies.put("all is of one release", OverlayPolicies::ofOneRelease);
        policies.put("databases take all replicas", OverlayPolicies::databasesTakeAllReplicas);
        policies.put("nodes can be drained", OverlayPolicies::nodesCanBeDrained);
        return policies;
    }
}
