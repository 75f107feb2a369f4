/**
 * The rules of counting: register codes, sessions, the school's calendar, summaries, the rolling window with its proof, runs,
 * patterns and legal dates. Pure Java: no Spring, no persistence, no clock. Every rule is total over the values its types allow.
 */
@NullMarked
package uk.daymark.measure;

import org.jspecify.annotations.NullMarked;
