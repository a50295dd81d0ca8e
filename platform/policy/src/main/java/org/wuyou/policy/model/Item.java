package org.wuyou.policy.model;

import org.wuyou.policy.Text;
import org.wuyou.policy.expression.Expression;
import org.wuyou.policy.parse.Spot;

/**
 * One clause of a rule about a subject.
 *
 * @param id stable: what a client is told when the clause is not met
 * @param name short name of what is asked
 * @param say what is asked, in a sentence
 * @param spot where it is declared
 */
public record Item(String id, Text name, Text say, Expression condition, Spot spot) {}
