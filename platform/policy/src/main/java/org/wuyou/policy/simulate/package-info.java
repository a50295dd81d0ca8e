/** What if: a reform against the present over a whole population, with who gains and who loses. */
@NullMarked
package org.wuyou.policy.simulate;

import org.jspecify.annotations.NullMarked;
