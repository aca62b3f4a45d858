/** Who may do what, and what nobody learns of another organization: one table, walked in full. */
package dev.capy.server.tenancy;
