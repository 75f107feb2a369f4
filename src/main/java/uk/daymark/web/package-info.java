/** What every web feature shares: problems told as RFC 9457 or as a page, bodies read strictly, security headers. Knows no feature. */
@NullMarked
package uk.daymark.web;

import org.jspecify.annotations.NullMarked;
