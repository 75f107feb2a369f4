/** What a person fills in: the forms of {@code forms/}, read, checked and made ready for a page. */
@NullMarked
package uk.daymark.forms;

import org.jspecify.annotations.NullMarked;
