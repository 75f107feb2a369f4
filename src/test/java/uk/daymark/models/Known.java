package uk.daymark.models;

import java.util.Set;

/**
 * What there is besides a model.
 *
 * @param steps the names of the application's steps
 * @param roles the groups that a task can be for
 * @param processes the ids of all process models
 * @param tables the ids of all decision tables
 * @param forms the forms of this model, by file name without ending
 * @param years for how long records are kept
 */
record Known(
        Set<String> steps,
        Set<String> roles,
        Set<String> processes,
        Set<String> tables,
        Set<String> forms,
        int years) {}
