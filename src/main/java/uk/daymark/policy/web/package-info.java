/** Shows policies: pages for people, JSON for other systems. */
@NullMarked
package uk.daymark.policy.web;

import org.jspecify.annotations.NullMarked;
