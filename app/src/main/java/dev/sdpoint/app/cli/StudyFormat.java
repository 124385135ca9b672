package dev.sdpoint.app.cli;

/** How the table of a study is printed: for people, for spreadsheets, or for programs. */
enum StudyFormat {
    TEXT,
    CSV,
    JSON
}
