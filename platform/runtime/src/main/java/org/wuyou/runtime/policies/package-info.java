/** Policies at run time: bundles from plugins, facts from the register, answers in GraphQL. */
@NullMarked
package org.wuyou.runtime.policies;

import org.jspecify.annotations.NullMarked;
