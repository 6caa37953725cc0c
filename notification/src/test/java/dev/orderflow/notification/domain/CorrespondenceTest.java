package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrespondenceTest {

    private static final UUID ORDER = new UUID(1, 1);
    private static final UUID PLACED = new UUID(1, 2);
    private static final UUID CONFIRMED = new UUID(1, 3);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Message MESSAGE = new Message(Template.ORDER_DELIVERED, Facts.NONE, Language.EN);

    private static final Preferences SAID_NOTHING = Preferences.defaults("c-1");

    private static Correspondence unknownAddress() {
        return new Correspondence(ORDER, "c-1", null, null, false, List.of(), null, 0);
    }

    private static Correspondence reachable() {
        return unknownAddress().reachedAt("c@example.com", null);
    }

    @Test
    void learnsNoAddressOfWhoWasErasedAfterTheyOrdered() {
        var erased = new Correspondence(ORDER, "c-1", null, null, true, List.of(), null, 0)
                .reachedAt("c@example.com", Language.KO);

        assertThat(erased.email()).isNull();
        assertThat(erased.language()).isNull();
        assertThat(erased.tell(PLACED, MESSAGE, SAID_NOTHING, NOW)
                        .notification()
                        .status())
                .isEqualTo(Status.NO_ADDRESS);
    }

    @Test
    void sendsTheFirstMessageAtOnce() {
        var told = reachable().tell(PLACED, MESSAGE, SAID_NOTHING, NOW);

        assertThat(told.sendNow()).isTrue();
        assertThat(told.notification().status()).isEqualTo(Status.PENDING);
        assertThat(told.next().next()).contains(told.notification().id());
    }

    @Test
    void holdsTheSecondBackUntilTheFirstIsDone() {
        var first = reachable().tell(PLACED, MESSAGE, SAID_NOTHING, NOW);
        var second = first.next().tell(CONFIRMED, MESSAGE, SAID_NOTHING, NOW);

        assertThat(second.sendNow()).isFalse();
        var done = second.next().done(first.notification().id()).orElseThrow();
        assertThat(done.next()).contains(second.notification().id());
        assertThat(done.done(second.notification().id()).orElseThrow().next()).isEmpty();
    }

    @Test
    void recordsTheEndOfAMessageOnce() {
        var told = reachable().tell(PLACED, MESSAGE, SAID_NOTHING, NOW);
        var done = told.next().done(told.notification().id()).orElseThrow();

        assertThat(done.version()).isEqualTo(1);
        assertThat(done.done(told.notification().id())).isEmpty();
    }

    @Test
    void recordsWhatCouldNotBeSentForWantOfAnAddress() {
        var told = unknownAddress().tell(PLACED, MESSAGE, SAID_NOTHING, NOW);

        assertThat(told.sendNow()).isFalse();
        assertThat(told.notification().status()).isEqualTo(Status.NO_ADDRESS);
        assertThat(told.next().waiting()).isEmpty();
    }

    @Test
    void reachesACustomerAtTheirPreferredAddressEvenIfTheOrderNamesNone() {
        var said = new Preferences("c-1", "en", "own@example.com", null, Set.of(Channel.EMAIL), null, 1);

        assertThat(unknownAddress().tell(PLACED, MESSAGE, said, NOW).sendNow()).isTrue();
    }

    @Test
    void recordsWhatACustomerDoesNotWantToBeSent() {
        var said = new Preferences("c-1", "en", "own@example.com", null, Set.of(), null, 1);

        var told = reachable().tell(PLACED, MESSAGE, said, NOW);

        assertThat(told.sendNow()).isFalse();
        assertThat(told.notification().status()).isEqualTo(Status.SUPPRESSED);
        assertThat(told.next().waiting()).isEmpty();
        assertThat(told.next().version()).isEqualTo(1);
    }

    @Test
    void writesAsTheOrderSaysToWhoNeverSaid() {
        var korean = unknownAddress().reachedAt("c@example.com", Language.KO);

        assertThat(korean.languageFor(SAID_NOTHING)).isEqualTo(Language.KO);
        assertThat(reachable().languageFor(SAID_NOTHING)).isEqualTo(Language.EN);
    }

    @Test
    void writesAsTheCustomerSaidWhateverTheOrderSays() {
        var korean = unknownAddress().reachedAt("c@example.com", Language.KO);

        assertThat(korean.languageFor(saying("en-GB"))).isEqualTo(Language.EN);
        assertThat(reachable().languageFor(saying("ko-KR"))).isEqualTo(Language.KO);
    }

    @Test
    void keepsALanguageForEveryMessageOfTheOrder() {
        var told = unknownAddress().reachedAt("c@example.com", Language.KO).tell(PLACED, MESSAGE, SAID_NOTHING, NOW);
        var done = told.next().done(told.notification().id()).orElseThrow();

        assertThat(told.next().language()).isEqualTo(Language.KO);
        assertThat(done.language()).isEqualTo(Language.KO);
    }

    @Test
    void keepsNoLanguageWithoutAnAddress() {
        assertThat(unknownAddress().reachedAt(null, Language.KO).language()).isNull();
    }

    /** The refund broke, was mended, and the return is closed once more. */
    @Test
    void doesNotSayTwiceThatAReturnIsComplete() {
        assertThat(having(Template.RETURN_ACCEPTED).isNews(message(Template.RETURN_CLOSED)))
                .isTrue();
        assertThat(having(Template.RETURN_CLOSED).isNews(message(Template.RETURN_CLOSED)))
                .isFalse();
    }

    @Test
    void doesNotSayAgainThatAnOrderIsDeliveredWhoseReturnCameToNothing() {
        assertThat(having(Template.ORDER_SHIPPED).isNews(message(Template.ORDER_DELIVERED)))
                .isTrue();
        assertThat(having(Template.RETURN_ACCEPTED).isNews(message(Template.ORDER_DELIVERED)))
                .isFalse();
        assertThat(having(Template.ORDER_DELIVERED).isNews(message(Template.ORDER_DELIVERED)))
                .isFalse();
    }

    /** It was cancelled, or back, as far as the customer knows. */
    @ParameterizedTest
    @EnumSource(names = {"ORDER_CANCELLED", "RETURN_CLOSED"})
    void saysThatAnOrderIsDeliveredAfterAll(Template told) {
        assertThat(having(told).isNews(message(Template.ORDER_DELIVERED))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void saysAnythingToWhoWasToldNothing(Template template) {
        assertThat(unknownAddress().isNews(message(template))).isTrue();
    }

    /** Nor does it matter how, or what has been done since. */
    @Test
    void remembersWhatItSaidWhetherOrNotItCouldBeSent() {
        var queued = reachable().tell(PLACED, MESSAGE, SAID_NOTHING, NOW);
        var unsent = unknownAddress().tell(PLACED, MESSAGE, SAID_NOTHING, NOW);
        var sent = queued.next().done(queued.notification().id()).orElseThrow();

        assertThat(List.of(queued.next(), unsent.next(), sent, sent.stepped(), sent.reachedAt("new@example.com", null)))
                .extracting(Correspondence::lastTold)
                .containsOnly(Template.ORDER_DELIVERED);
    }

    private static Correspondence having(Template told) {
        return reachable().tell(PLACED, message(told), SAID_NOTHING, NOW).next();
    }

    private static Message message(Template template) {
        return new Message(template, Facts.NONE, Language.EN);
    }

    private static Preferences saying(String locale) {
        return new Preferences("c-1", locale, null, null, Set.of(Channel.EMAIL), null, 1);
    }

    @Test
    void givesOneEventOneId() {
        var id = reachable()
                .tell(PLACED, MESSAGE, SAID_NOTHING, NOW)
                .notification()
                .id();

        assertThat(reachable()
                        .tell(PLACED, MESSAGE, SAID_NOTHING, NOW)
                        .notification()
                        .id())
                .isEqualTo(id);
        assertThat(reachable()
                        .tell(CONFIRMED, MESSAGE, SAID_NOTHING, NOW)
                        .notification()
                        .id())
                .isNotEqualTo(id);
    }
}
