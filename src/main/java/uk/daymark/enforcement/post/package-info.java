/** Letters of the authority to one parent. */
@NullMarked
package uk.daymark.enforcement.post;

import org.jspecify.annotations.NullMarked;
