package dev.orderflow.notification.channel;

import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Template;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * All that a mail is made of but the address, which is in one place only: there it can be erased.
 *
 * @param language English in a task of a release that knew no other
 */
@RegisterForReflection
public record MailTask(
        UUID notificationId, UUID orderId, String customerId, Template template, Facts facts, Language language) {

    public MailTask {
        language = language == null ? Language.EN : language;
    }

    @Override
    public String toString() {
        return "MailTask[" + notificationId + "]";
    }
}
