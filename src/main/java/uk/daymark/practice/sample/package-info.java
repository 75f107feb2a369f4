/** Invents schools with their families and registers, from files and a seed. Pure: knows no database and no clock. */
@NullMarked
package uk.daymark.practice.sample;

import org.jspecify.annotations.NullMarked;
