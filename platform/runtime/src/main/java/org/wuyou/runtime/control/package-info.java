/** Small control data kept as JSON documents beside the register. */
@NullMarked
package org.wuyou.runtime.control;

import org.jspecify.annotations.NullMarked;
