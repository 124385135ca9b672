package dev.sdpoint.app.study;

/** How the table of a study is printed: for people, for spreadsheets, or for programs. */
public enum StudyFormat {
    TEXT,
    CSV,
    JSON
}
