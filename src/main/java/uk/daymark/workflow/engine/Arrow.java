package uk.daymark.workflow.engine;

/**
 * A way in a model that can be taken.
 *
 * @param from the id of the element it leaves; the element itself where it is an event that begins something
 * @param arrow the arrow's id; empty where the element is entered without one
 * @param arrowName what stands on the arrow; empty where nothing does
 * @param to the id of the element it leads to; empty where the process is withdrawn at the element it is at
 */
record Arrow(String from, String fromName, String arrow, String arrowName, String to, String toName) {}
