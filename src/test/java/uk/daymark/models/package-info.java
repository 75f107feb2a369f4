/** The rules that every model keeps, whoever draws it. */
@org.jspecify.annotations.NullMarked
package uk.daymark.models;
