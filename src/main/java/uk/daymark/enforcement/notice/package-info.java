/** Issuing a penalty notice: every rule looked at again at the moment of issue, and nothing issued while one of them is not kept. */
@NullMarked
package uk.daymark.enforcement.notice;

import org.jspecify.annotations.NullMarked;
