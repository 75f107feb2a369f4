/** The only package that knows the process engine. */
@NullMarked
package uk.daymark.workflow.engine;

import org.jspecify.annotations.NullMarked;
