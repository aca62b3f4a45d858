/**
 * Browser snapshots: cookies and local storage that a Captain's browser starts with, and who may see them. Knows no
 * thread and no provisioning.
 */
@NullMarked
package dev.capy.core.browser;

import org.jspecify.annotations.NullMarked;
