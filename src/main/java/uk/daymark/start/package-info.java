/** What is looked at before the application starts, and what it says where it cannot. */
@NullMarked
package uk.daymark.start;

import org.jspecify.annotations.NullMarked;
