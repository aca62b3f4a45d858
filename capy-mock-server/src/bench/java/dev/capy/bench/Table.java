package dev.capy.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Prints the medians of all servers side by side. */
final class Table {

    private static final String TITLE = "%-36s";
    private static final String CELL = "%14s";

    private final Map<String, Figures> columns;
    private final PrintStream out;

    Table(Map<String, Figures> columns, PrintStream out) {
        this.columns = columns;
        this.out = out;
    }

    void print() {
        out.printf(TITLE, "");
        columns.keySet().forEach(name -> out.printf(CELL, name));
        out.println();
        Arrays.stream(Figure.values()).filter(this::isKnown).forEach(this::print);
    }

    private boolean isKnown(Figure figure) {
        return columns.values().stream().anyMatch(column -> !Double.isNaN(column.median(figure)));
    }

    private void print(Figure figure) {
        out.printf(TITLE, figure.title());
        columns.values().forEach(column -> out.printf(CELL, cell(column.median(figure), figure.decimals())));
        out.println();
    }

    private static String cell(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
