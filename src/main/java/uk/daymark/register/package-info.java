/** The register as the school's own system holds it: marks by school week, amendments, decided codes, and the imports that bring them. */
@NullMarked
package uk.daymark.register;

import org.jspecify.annotations.NullMarked;
