package dev.sdpoint.app.cli;

/** How a table is printed: for people, or for programs. */
enum Format {
    TABLE,
    CSV
}
