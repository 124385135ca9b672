package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.StudyResult;

/** How far the question that is chosen has come. */
sealed interface StudyState {
    /** It cannot be asked yet; what is missing, and what to do. */
    record Missing(String title, String text, boolean trainHelps) implements StudyState {}

    /** It can be asked. */
    record Askable() implements StudyState {}

    /** It is being answered. */
    record Running() implements StudyState {}

    /** It is answered. */
    record Answered(StudyResult result) implements StudyState {}

    /** It could not be answered; a sentence that says what to do. */
    record Failed(String sentence) implements StudyState {}
}
