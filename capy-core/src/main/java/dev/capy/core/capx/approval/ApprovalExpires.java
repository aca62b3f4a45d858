package dev.capy.core.capx.approval;

import dev.capy.core.kernel.Timer;

/** Nobody has decided in time. */
public record ApprovalExpires(String approvalId) implements Timer {

    @Override
    public String describe() {
        return "end of approval " + approvalId;
    }
}
