/**
 * The GOV.UK components that pages are made of, each a record and a fragment of {@code templates/govuk}. A component of the record is
 * named after the option of the published macro and means the same; what the published macro offers and no page needs is left out.
 * {@code GovukFixturesTest} renders every published fixture of which all options are here and compares it with the published markup.
 */
@NullMarked
package uk.daymark.govuk;

import org.jspecify.annotations.NullMarked;
