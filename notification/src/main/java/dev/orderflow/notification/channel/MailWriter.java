package dev.orderflow.notification.channel;

import dev.orderflow.notification.domain.Facts;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes a mail in plain text and HTML from the templates of its kind. */
@Singleton
class MailWriter {

    private final MailConfig config;

    @Inject
    MailWriter(MailConfig config) {
        this.config = config;
    }

    Uni<Mail> write(MailTask task, String to) {
        return text(task)
                .createUni()
                .chain(text -> html(task).createUni().map(html -> mail(task, text, html)))
                .map(mail -> mail.addTo(to));
    }

    /** The Message-ID is the notification's: a mail that had to be sent twice is recognised as one. */
    private Mail mail(MailTask task, String text, String html) {
        return new Mail()
                .setSubject(task.template().subject())
                .setText(text)
                .setHtml(html)
                .addHeader("Message-ID", "<%s@%s>".formatted(task.notificationId(), config.messageIdDomain()))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static TemplateInstance text(MailTask task) {
        var order = task.orderId().toString();
        var facts = task.facts();
        return switch (task.template()) {
            case ORDER_PLACED -> Text.orderPlaced(order, facts);
            case ORDER_CONFIRMED -> Text.orderConfirmed(order, facts);
            case ORDER_SHIPPED -> Text.orderShipped(order, facts);
            case ORDER_DELIVERED -> Text.orderDelivered(order, facts);
            case ORDER_CANCELLED -> Text.orderCancelled(order, facts);
            case RETURN_ACCEPTED -> Text.returnAccepted(order, facts);
            case RETURN_CLOSED -> Text.returnClosed(order, facts);
        };
    }

    private static TemplateInstance html(MailTask task) {
        var order = task.orderId().toString();
        var facts = task.facts();
        var subject = task.template().subject();
        return switch (task.template()) {
            case ORDER_PLACED -> Html.orderPlaced(subject, order, facts);
            case ORDER_CONFIRMED -> Html.orderConfirmed(subject, order, facts);
            case ORDER_SHIPPED -> Html.orderShipped(subject, order, facts);
            case ORDER_DELIVERED -> Html.orderDelivered(subject, order, facts);
            case ORDER_CANCELLED -> Html.orderCancelled(subject, order, facts);
            case RETURN_ACCEPTED -> Html.returnAccepted(subject, order, facts);
            case RETURN_CLOSED -> Html.returnClosed(subject, order, facts);
        };
    }

    @CheckedTemplate(basePath = "text", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Text {
        static native TemplateInstance orderPlaced(String order, Facts facts);

        static native TemplateInstance orderConfirmed(String order, Facts facts);

        static native TemplateInstance orderShipped(String order, Facts facts);

        static native TemplateInstance orderDelivered(String order, Facts facts);

        static native TemplateInstance orderCancelled(String order, Facts facts);

        static native TemplateInstance returnAccepted(String order, Facts facts);

        static native TemplateInstance returnClosed(String order, Facts facts);
    }

    @CheckedTemplate(basePath = "html", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Html {
        static native TemplateInstance orderPlaced(String subject, String order, Facts facts);

        static native TemplateInstance orderConfirmed(String subject, String order, Facts facts);

        static native TemplateInstance orderShipped(String subject, String order, Facts facts);

        static native TemplateInstance orderDelivered(String subject, String order, Facts facts);

        static native TemplateInstance orderCancelled(String subject, String order, Facts facts);

        static native TemplateInstance returnAccepted(String subject, String order, Facts facts);

        static native TemplateInstance returnClosed(String subject, String order, Facts facts);
    }
}
