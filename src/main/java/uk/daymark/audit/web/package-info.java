/** The pages and files of a case's history. */
@NullMarked
package uk.daymark.audit.web;

import org.jspecify.annotations.NullMarked;
