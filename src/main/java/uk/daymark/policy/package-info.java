/** Policies as data: read from {@code policies/}, checked, versioned and effective-dated, each value with unit, source and confidence. */
@NullMarked
package uk.daymark.policy;

import org.jspecify.annotations.NullMarked;
