package dev.orderflow.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final List<Service> SERVICES = List.of(Service.ORDER, Service.PAYMENT, Service.SHIPPING);

    @Test
    void tellsWhatIsBuiltFromWhatIsNot() {
        var presence = Presence.of(SERVICES, Set.of(Service.PAYMENT)::contains);

        assertThat(presence.built()).containsExactly(Service.PAYMENT);
        assertThat(presence.notBuilt()).isEqualTo("order, shipping");
    }

    @Test
    void namesNothingWhereAllAreBuilt() {
        assertThat(Presence.of(SERVICES, _ -> true)).isEqualTo(new Presence(SERVICES, List.of()));
        assertThat(Presence.of(SERVICES, _ -> true).notBuilt()).isEmpty();
    }
}
