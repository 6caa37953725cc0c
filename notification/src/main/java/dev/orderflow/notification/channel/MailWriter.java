package dev.orderflow.notification.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes a mail in plain text and HTML from the templates of its kind, in the language of its reader. */
@Singleton
class MailWriter {

    private final MailConfig config;

    @Inject
    MailWriter(MailConfig config) {
        this.config = config;
    }

    Uni<Mail> write(MailTask task, String to) {
        var content = MailContent.of(task, config.timeZone());
        return written(text(task, content), content)
                .chain(text -> written(html(task, content), content).map(html -> mail(task, content, text, html)))
                .map(mail -> mail.addTo(to));
    }

    private static Uni<String> written(TemplateInstance template, MailContent content) {
        return template.setLocale(content.language()).createUni();
    }

    /** The Message-ID is the notification's: a mail that had to be sent twice is recognised as one. */
    private Mail mail(MailTask task, MailContent content, String text, String html) {
        return new Mail()
                .setSubject(content.subject())
                .setText(text)
                .setHtml(LongLines.of(html))
                .addHeader("Message-ID", "<%s@%s>".formatted(task.notificationId(), config.messageIdDomain()))
                .addHeader("Content-Language", content.language())
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private static TemplateInstance text(MailTask task, MailContent content) {
        return switch (task.template()) {
            case ORDER_PLACED -> Text.orderPlaced(content);
            case ORDER_CONFIRMED -> Text.orderConfirmed(content);
            case ORDER_SHIPPED -> Text.orderShipped(content);
            case ORDER_DELIVERED -> Text.orderDelivered(content);
            case ORDER_CANCELLED -> Text.orderCancelled(content);
            case RETURN_ACCEPTED -> Text.returnAccepted(content);
            case RETURN_CLOSED -> Text.returnClosed(content);
        };
    }

    private static TemplateInstance html(MailTask task, MailContent content) {
        return switch (task.template()) {
            case ORDER_PLACED -> Html.orderPlaced(content);
            case ORDER_CONFIRMED -> Html.orderConfirmed(content);
            case ORDER_SHIPPED -> Html.orderShipped(content);
            case ORDER_DELIVERED -> Html.orderDelivered(content);
            case ORDER_CANCELLED -> Html.orderCancelled(content);
            case RETURN_ACCEPTED -> Html.returnAccepted(content);
            case RETURN_CLOSED -> Html.returnClosed(content);
        };
    }

    @CheckedTemplate(basePath = "text", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Text {
        static native TemplateInstance orderPlaced(MailContent content);

        static native TemplateInstance orderConfirmed(MailContent content);

        static native TemplateInstance orderShipped(MailContent content);

        static native TemplateInstance orderDelivered(MailContent content);

        static native TemplateInstance orderCancelled(MailContent content);

        static native TemplateInstance returnAccepted(MailContent content);

        static native TemplateInstance returnClosed(MailContent content);
    }

    @CheckedTemplate(basePath = "html", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Html {
        static native TemplateInstance orderPlaced(MailContent content);

        static native TemplateInstance orderConfirmed(MailContent content);

        static native TemplateInstance orderShipped(MailContent content);

        static native TemplateInstance orderDelivered(MailContent content);

        static native TemplateInstance orderCancelled(MailContent content);

        static native TemplateInstance returnAccepted(MailContent content);

        static native TemplateInstance returnClosed(MailContent content);
    }
}
