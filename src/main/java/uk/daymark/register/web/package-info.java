/** The register's part of the HTTP interface. */
@NullMarked
package uk.daymark.register.web;

import org.jspecify.annotations.NullMarked;
