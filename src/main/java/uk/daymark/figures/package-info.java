/** Figures under a policy as pages and the API show them: one form for stored registers and for those sent along. */
@NullMarked
package uk.daymark.figures;

import org.jspecify.annotations.NullMarked;
