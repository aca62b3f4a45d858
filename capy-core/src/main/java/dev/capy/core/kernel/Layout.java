package dev.capy.core.kernel;

import java.util.Arrays;
import java.util.List;

/** Where the tables of a world stand among each other. Immutable. */
final class Layout {

    private static final int NONE = -1;

    /** By the tables' numbers. */
    private final int[] positions;

    Layout(List<Table<?>> kept) {
        positions = new int[1 + kept.stream().mapToInt(Table::number).max().orElse(NONE)];
        Arrays.fill(positions, NONE);
        for (int i = 0; i < kept.size(); i++) {
            positions[kept.get(i).number()] = i;
        }
    }

    /** @throws IllegalStateException when the world keeps no such table */
    int position(Table<?> table) {
        int position = table.number() < positions.length ? positions[table.number()] : NONE;
        if (position == NONE) {
            throw new IllegalStateException("this world keeps no table " + table);
        }
        return position;
    }
}
