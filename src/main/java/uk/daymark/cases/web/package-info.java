/** Cases over HTTP and as pages. */
@NullMarked
package uk.daymark.cases.web;

import org.jspecify.annotations.NullMarked;
