package dev.orderflow.notification.domain;

/**
 * A message for a customer, whatever channel it goes by.
 *
 * @param language that of its text
 */
public record Message(Template template, Facts facts, Language language) {

    public Message in(Language other) {
        return new Message(template, facts, other);
    }

    public String subject() {
        return template.subject(language);
    }
}
