package uk.daymark.reports;

/**
 * What a word of a report means.
 *
 * @param term the word
 * @param meaning in plain words, with where it is from
 */
public record Definition(String term, String meaning) {}
