package dev.orderflow.notification.operators;

import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.notification.domain.HookAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is told what only an operator can mend: a task for each address and one for the endpoint. */
@Singleton
public class Operators {

    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{32,}={0,2}");

    private final OperatorsConfig config;

    @Inject
    Operators(OperatorsConfig config) {
        this.config = config;
        config.webhookUrl().ifPresent(this::requireUsable);
    }

    /** What is wrong here is to be found when it starts, not when an order is stuck. */
    private void requireUsable(String url) {
        if (HookAddress.vouchedFor(url).isEmpty()) {
            throw new IllegalStateException("orderflow.notification.operators.webhook-url is no http(s) URL");
        }
        if (config.webhookSecret()
                .filter(secret -> SECRET.matcher(secret).matches())
                .isEmpty()) {
            throw new IllegalStateException(
                    "orderflow.notification.operators.webhook-secret must be whsec_ and base64, to sign with");
        }
    }

    public boolean isAnybody() {
        return !addresses().isEmpty() || config.webhookUrl().isPresent();
    }

    /** Nothing if nobody is to be told. */
    public List<NewTask> tell(Alert alert, Instant now) {
        var mails = addresses().stream().map(to -> task(OperatorMail.KIND, alert, new OperatorMail(alert, to), now));
        var hook =
                config.webhookUrl().stream().map(url -> task(OperatorHook.KIND, alert, new OperatorHook(alert), now));
        return Stream.concat(mails, hook).toList();
    }

    private NewTask task(String kind, Alert alert, Object payload, Instant now) {
        return new NewTask(kind, alert.key(), payload, now, now.plus(config.patience()));
    }

    private List<String> addresses() {
        return config.mailTo().orElse(List.of());
    }
}
