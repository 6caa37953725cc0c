package dev.orderflow.notification.domain;

/** One thing said in every language. */
record Words(String english, String korean) {

    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case KO -> korean;
        };
    }
}
