/** The calls and pages of the local authority's side. */
@NullMarked
package uk.daymark.enforcement.web;

import org.jspecify.annotations.NullMarked;
