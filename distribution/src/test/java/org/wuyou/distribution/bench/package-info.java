/** Benchmarks: run by their own commands, beside the baselines of a folder given. */
@NullMarked
package org.wuyou.distribution.bench;

import org.jspecify.annotations.NullMarked;
