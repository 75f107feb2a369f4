/** What people have to do: our own picture of the engine's open tasks, with filters, claiming and completing. */
@NullMarked
package uk.daymark.worklist;

import org.jspecify.annotations.NullMarked;
