/** Stories over HTTP, each with an application of its own whose clock it moves. */
package uk.daymark.journey;
