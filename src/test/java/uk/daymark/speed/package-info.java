/** How many statements each page may ask, and how long pages take with an authority's worth of records. */
package uk.daymark.speed;
