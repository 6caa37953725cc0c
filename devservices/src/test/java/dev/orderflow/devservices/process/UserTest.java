package dev.orderflow.devservices.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserTest {

    @Test
    void isReadBackFromItsText() {
        User user = new User("order", 4711, Instant.ofEpochMilli(1_700_000_000_123L));

        assertThat(User.parse(user.text())).contains(user);
        assertThat(User.parse("left-running")).isEmpty();
    }

    @Test
    void isAliveOnlyIfItsPidStillBelongsToIt() {
        User self = User.thisJvm("order");
        User ancestor = new User("order", self.pid(), self.start().minus(Duration.ofHours(1)));

        assertThat(self.isAlive()).isTrue();
        assertThat(ancestor.isAlive()).isFalse();
    }
}
