package dev.capy.core.capx.approval;

import java.util.Locale;

/** What became of an approval. */
public enum ApprovalStatus {
    PENDING,
    APPROVED,
    REJECTED,
    /** Nobody decided in time, which rejects it. */
    EXPIRED,
    /** What it was for is no more. */
    WITHDRAWN;

    /** The API's word for it; all but the first are not documented by the vendor. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
