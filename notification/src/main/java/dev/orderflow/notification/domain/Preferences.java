package dev.orderflow.notification.domain;

import java.util.Optional;
import java.util.Set;

/**
 * How a customer wants to be told.
 *
 * @param locale a BCP 47 language tag
 * @param email null to be reached where the order says
 * @param phone E.164, or null
 * @param endpoint null for none
 * @param version 0 as long as the customer has said nothing
 */
public record Preferences(
        String customerId,
        String locale,
        String email,
        String phone,
        Set<Channel> channels,
        Endpoint endpoint,
        long version) {

    private static final String ENGLISH = "en";

    public Preferences {
        channels = Set.copyOf(channels);
    }

    /** Of who never said: by mail, where the order says. */
    public static Preferences defaults(String customerId) {
        return new Preferences(customerId, ENGLISH, null, null, Set.of(Channel.EMAIL), null, 0);
    }

    /** Empty for who never said. */
    public Optional<Language> language() {
        return version == 0 ? Optional.empty() : Optional.of(Language.of(locale));
    }

    public boolean wants(Channel channel) {
        return channels.contains(channel);
    }

    /** Whether it says the same, whatever its version. */
    public boolean saysTheSameAs(Preferences other) {
        return equals(other.versioned(version));
    }

    public Preferences at(Endpoint next) {
        return new Preferences(customerId, locale, email, phone, channels, next, version);
    }

    public Preferences versioned(long number) {
        return new Preferences(customerId, locale, email, phone, channels, endpoint, number);
    }

    /** Tells nothing personal, should it ever reach a log. */
    @Override
    public String toString() {
        return "Preferences[personal, version " + version + "]";
    }
}
