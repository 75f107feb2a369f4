/** Leave in term time: requests and the headteacher's decision, and absence that looks like leave nobody gave. */
@NullMarked
package uk.daymark.leave;

import org.jspecify.annotations.NullMarked;
