package dev.capy.core.capx.value;

import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import java.util.UUID;

/** Ids such as {@code co_m4k9x2qd}: what kind of thing it is, and eight letters and digits drawn from the world's seed. */
public final class ShortIds {

    private static final int LENGTH = 8;
    private static final int BASE = 36;

    private ShortIds() {}

    /** An id that no record of {@code table} has. */
    public static String fresh(Tx tx, String prefix, Table<?> table) {
        String id = prefix + draw(tx);
        while (tx.has(table, id)) {
            id = prefix + draw(tx);
        }
        return id;
    }

    private static String draw(Tx tx) {
        long bits = UUID.fromString(tx.newId()).getLeastSignificantBits();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(Character.forDigit((int) Long.remainderUnsigned(bits, BASE), BASE));
            bits = Long.divideUnsigned(bits, BASE);
        }
        return text.toString();
    }
}
