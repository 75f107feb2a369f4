/** The pages and files of the reports. */
@NullMarked
package uk.daymark.reports.web;

import org.jspecify.annotations.NullMarked;
