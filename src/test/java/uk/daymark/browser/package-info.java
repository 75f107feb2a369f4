/** The pages in a real browser: accessible, at any width, with and without scripts. */
package uk.daymark.browser;
