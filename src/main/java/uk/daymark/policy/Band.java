package uk.daymark.policy;

import java.util.Optional;

/**
 * A band of attendance and what is done in it.
 *
 * @param name what it is called
 * @param from attendance of this share or more, in percent
 * @param below attendance below this share, in percent
 * @param step what is done, for people
 */
public record Band(String name, Optional<Integer> from, Optional<Integer> below, String step) {}
