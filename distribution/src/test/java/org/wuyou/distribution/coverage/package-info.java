/** Which capabilities, clauses and targets the tests and bundles show; made at every verify. */
@NullMarked
package org.wuyou.distribution.coverage;

import org.jspecify.annotations.NullMarked;
