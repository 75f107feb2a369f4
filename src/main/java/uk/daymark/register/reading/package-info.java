/** Reads the files that schools export into typed rows. Knows files and field rules; knows neither the database nor what is stored. */
@NullMarked
package uk.daymark.register.reading;

import org.jspecify.annotations.NullMarked;
