/** What a family receives: one stored, unchangeable letter for each parent, what holds it back, and what became of it. */
@NullMarked
package uk.daymark.letters;

import org.jspecify.annotations.NullMarked;
