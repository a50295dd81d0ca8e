/** Bounds on plugin code: deadlines, threads of its own, counting of faults, quarantine. */
@NullMarked
package org.wuyou.runtime.guard;

import org.jspecify.annotations.NullMarked;
