package dev.capy.core.capx.company;

import dev.capy.core.kernel.Event;

/** A company was destroyed. */
public record CompanyGone(String companyId) implements Event {}
