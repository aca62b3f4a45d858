/**
 * Organizations, their users, and the API tokens that stand for users: who calls, and as whom. Knows no project.
 */
@NullMarked
package dev.capy.core.account;

import org.jspecify.annotations.NullMarked;
