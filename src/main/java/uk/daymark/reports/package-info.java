/**
 * Reports: what stands in the registers, the work and the cases, counted, each figure with the rows behind it. Reads what other features
 * keep and changes none of it.
 */
@NullMarked
package uk.daymark.reports;

import org.jspecify.annotations.NullMarked;
