/** The work list over HTTP: its pages and its calls. */
@NullMarked
package uk.daymark.worklist.web;

import org.jspecify.annotations.NullMarked;
