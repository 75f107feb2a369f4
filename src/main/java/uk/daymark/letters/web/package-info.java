/** The pages of letters. */
@NullMarked
package uk.daymark.letters.web;

import org.jspecify.annotations.NullMarked;
