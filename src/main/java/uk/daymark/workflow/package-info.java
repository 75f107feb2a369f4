/** Ports to the process engine that name no engine. */
@NullMarked
package uk.daymark.workflow;

import org.jspecify.annotations.NullMarked;
