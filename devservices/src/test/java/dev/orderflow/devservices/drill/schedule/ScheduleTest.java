package dev.orderflow.devservices.drill.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.schedule.Fault.Kill;
import dev.orderflow.devservices.drill.schedule.Fault.KillRelayHolder;
import dev.orderflow.devservices.drill.schedule.Fault.KillRelayHolderWithoutKafka;
import dev.orderflow.devservices.drill.schedule.Fault.KillService;
import dev.orderflow.devservices.drill.schedule.Fault.Republish;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static Schedule schedule(long seed, Duration duration) {
        return Schedule.of(new DrillPlan(seed, duration, 2, 4));
    }

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(schedule(7, TEN_MINUTES)).isEqualTo(schedule(7, TEN_MINUTES));
        assertThat(schedule(7, TEN_MINUTES)).isNotEqualTo(schedule(8, TEN_MINUTES));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60, 90, 600})
    void everyKindOfFaultHappensHoweverShortTheDrill(long seconds) {
        Set<Class<?>> all = Arrays.stream(Fault.class.getPermittedSubclasses()).collect(Collectors.toSet());

        LongStream.range(0, 50)
                .mapToObj(seed -> schedule(seed, Duration.ofSeconds(seconds)))
                .forEach(schedule -> assertThat(schedule.all().stream()
                                .<Class<?>>map(planned -> planned.fault().getClass())
                                .collect(Collectors.toSet()))
                        .isEqualTo(all));
    }

    @Test
    void killsEveryServiceAndEveryStore() {
        assertThat(killed(schedule(1, Duration.ofSeconds(1)).all()).map(part -> part.replace("-2", "")))
                .contains("order", "inventory", "payment", "shipping", "notification", "loyalty", "analytics")
                .contains("kafka", "postgres", "redis");
    }

    /** One at a time, that is, beside those that are killed as a whole. */
    @Test
    void killsBothReplicasOfEveryServiceInLongDrills() {
        assertThat(LongStream.rangeClosed(1, 3)
                        .mapToObj(seed -> schedule(seed, TEN_MINUTES.multipliedBy(2)))
                        .flatMap(schedule -> killed(schedule.processes())))
                .contains("order", "inventory", "inventory-2", "payment", "payment-2")
                .contains("shipping", "shipping-2", "notification", "notification-2", "loyalty", "loyalty-2")
                .contains("analytics", "analytics-2");
    }

    @Test
    void killsEachServiceOfTheSagaAsAWholeBeforeAnythingElse() {
        LongStream.range(0, 50).mapToObj(seed -> schedule(seed, TEN_MINUTES)).forEach(schedule -> {
            assertThat(schedule.all().subList(0, 5)).isEqualTo(schedule.calm());
            assertThat(schedule.calm())
                    .extracting(planned -> ((KillService) planned.fault()).service())
                    .containsExactlyInAnyOrder(
                            Service.ORDER, Service.INVENTORY, Service.PAYMENT, Service.SHIPPING, Service.NOTIFICATION);
            assertThat(schedule.calm())
                    .extracting(planned -> ((KillService) planned.fault()).replicas())
                    .containsOnly(2);
        });
    }

    @Test
    void letsColdProcessesWarmUpBeforeTheFirstCalmKill() {
        LongStream.range(0, 50)
                .mapToObj(seed -> schedule(seed, TEN_MINUTES))
                .forEach(schedule -> assertThat(schedule.all().getFirst().at()).isEqualTo(Duration.ofSeconds(45)));
    }

    @Test
    void leavesEachServiceThatIsBackInPeaceForAsLongAsItsOrdersHave() {
        LongStream.range(0, 50).mapToObj(seed -> schedule(seed, TEN_MINUTES)).forEach(schedule -> {
            List<Planned> all = schedule.all();
            for (int i = 0; i < schedule.calm().size(); i++) {
                Planned kill = all.get(i);
                assertThat(kill.calm()).isEqualTo(DrillPlan.FINAL_WITHIN);
                assertThat(all.get(i + 1).at())
                        .isGreaterThanOrEqualTo(
                                kill.at().plus(kill.fault().lasting()).plus(kill.calm()));
            }
        });
    }

    @Test
    void beginsWithTheStormIfNobodyWantsTheCalm() {
        DrillPlan plan = new DrillPlan(7, TEN_MINUTES, 2, 4);
        Schedule calm = Schedule.of(plan);
        Schedule storm = Schedule.of(plan.withCalmRound(false));

        assertThat(storm.calm()).isEmpty();
        assertThat(storm.calmLength()).isZero();
        assertThat(killed(storm.processes())).contains("inventory", "payment", "shipping", "notification");
        assertThat(storm.surroundings())
                .extracting(planned -> planned.at().plus(calm.calmLength()))
                .isEqualTo(calm.surroundings().stream().map(Planned::at).toList());
    }

    @Test
    void neverTouchesTwoProcessesAtOnce() {
        LongStream.range(0, 50).mapToObj(seed -> schedule(seed, TEN_MINUTES)).forEach(schedule -> {
            assertOneAfterTheOther(schedule.calm());
            assertOneAfterTheOther(schedule.processes());
            assertOneAfterTheOther(schedule.surroundings());
        });
    }

    @Test
    void repeatsEventsOnlyOnceThereAreSome() {
        LongStream.range(0, 50)
                .mapToObj(seed -> schedule(seed, Duration.ofSeconds(90)))
                .flatMap(schedule -> schedule.all().stream())
                .filter(planned -> planned.fault() instanceof Republish)
                .forEach(planned -> {
                    Duration late = ((Republish) planned.fault()).late();
                    assertThat(planned.at()).isGreaterThan(late.plusSeconds(5));
                });
    }

    @Test
    void cutsTheProviderOffForAMinuteWhereThereIsTime() {
        assertThat(schedule(1, TEN_MINUTES).surroundings())
                .extracting(Planned::fault)
                .contains(new Fault.CutProvider(Duration.ofMinutes(1)));
    }

    /** A relay that can't publish finds what it has overlooked. */
    @Test
    void holdsCommitsWhileNoProcessIsAway() {
        LongStream.range(0, 50)
                .forEach(seed -> assertThat(
                                schedule(seed, Duration.ofSeconds(60)).processes())
                        .extracting(Planned::fault)
                        .hasAtLeastOneElementOfType(Fault.HoldCommits.class));
    }

    /** The short drill keeps its length. */
    @Test
    void keepsKafkaAwayPastTheRelaysLeaseWhereThereIsTime() {
        Fault away = new Kill("kafka", Duration.ofSeconds(12));

        assertThat(schedule(1, Duration.ofMinutes(4)).processes())
                .extracting(Planned::fault)
                .contains(away);
        assertThat(schedule(1, Duration.ofMinutes(3)).processes())
                .extracting(Planned::fault)
                .doesNotContain(away);
    }

    /** The others' transactions go on meanwhile, and its own must not be added to them when it is back. */
    @Test
    void freezesAnalyticsWhereThereIsTime() {
        Fault frozen = new Fault.Freeze(Service.ANALYTICS, Duration.ofSeconds(13));

        assertThat(schedule(1, Duration.ofMinutes(4)).processes())
                .extracting(Planned::fault)
                .contains(frozen);
        assertThat(schedule(1, Duration.ofMinutes(3)).processes())
                .extracting(Planned::fault)
                .doesNotContain(frozen);
    }

    /** All that goes wrong around the processes has its turn while they still do. */
    @Test
    void isOverWithTheFirstRoundInTwoMinutes() {
        LongStream.range(0, 200)
                .mapToObj(seed -> new DrillPlan(seed, Duration.ofSeconds(60), 2, 4).withCalmRound(false))
                .forEach(plan -> assertThat(Schedule.of(plan).length()).isLessThan(Duration.ofMinutes(2)));
    }

    /** What is killed in it is not killed again in the round that follows; whatever is drawn, on average. */
    @Test
    void isLongerForItsCalmRoundByTwoMinutesAtMost() {
        double longer = LongStream.range(0, 200)
                .mapToObj(seed -> new DrillPlan(seed, Duration.ofSeconds(60), 2, 4))
                .mapToLong(plan -> last(Schedule.of(plan)) - last(Schedule.of(plan.withCalmRound(false))))
                .average()
                .orElseThrow();

        assertThat(longer).isBetween(60.0, 120.0);
    }

    private static long last(Schedule schedule) {
        return schedule.processes().getLast().at().toSeconds();
    }

    private static Stream<String> killed(List<Planned> faults) {
        return faults.stream().map(Planned::fault).flatMap(fault -> switch (fault) {
            case Kill kill -> Stream.of(kill.part());
            case KillService kill -> Stream.of(kill.service().module());
            case KillRelayHolder kill -> Stream.of(kill.service().module());
            case KillRelayHolderWithoutKafka kill ->
                Stream.of("kafka", kill.service().module());
            default -> Stream.empty();
        });
    }

    private static void assertOneAfterTheOther(List<Planned> lane) {
        for (int i = 1; i < lane.size(); i++) {
            assertThat(lane.get(i).at()).isGreaterThan(lane.get(i - 1).until());
        }
    }
}
