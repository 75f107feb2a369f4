/** The sittings of a legal panel: what is written at them. What they decide stands with the parents. */
@NullMarked
package uk.daymark.enforcement.panel;

import org.jspecify.annotations.NullMarked;
