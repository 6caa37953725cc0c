package dev.orderflow.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Preferences;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** How the caller wants to be told. */
@RegisterForReflection
@JsonInclude(Include.NON_NULL)
record PreferencesView(String locale, String email, String phone, List<Channel> channels) {

    static PreferencesView of(Preferences said) {
        return new PreferencesView(
                said.locale(),
                said.email(),
                said.phone(),
                said.channels().stream().sorted().toList());
    }

    @Override
    public String toString() {
        return "PreferencesView[personal]";
    }
}
