/** Who is signed in, in which role, and what a role may do. */
@NullMarked
package uk.daymark.access;

import org.jspecify.annotations.NullMarked;
