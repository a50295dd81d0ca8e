/**
 * Rules over a whole population: the terms of a bundle compiled to one loop over typed columns,
 * with the answers that {@link org.wuyou.policy.evaluate} gives subject by subject.
 */
@NullMarked
package org.wuyou.policy.plan;

import org.jspecify.annotations.NullMarked;
