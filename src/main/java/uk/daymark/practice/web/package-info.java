/** Practice mode over HTTP. */
@NullMarked
package uk.daymark.practice.web;

import org.jspecify.annotations.NullMarked;
