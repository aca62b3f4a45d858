/**
 * The Capx API's world: companies that agents run. Puts together what lives in the packages below; must not hold rules.
 */
@NullMarked
package dev.capy.core.capx;

import org.jspecify.annotations.NullMarked;
