/** Synthetic, labelled returns for a real register, calibrated to published provincial figures. */
@NullMarked
package org.wuyou.testkit.synthetic;

import org.jspecify.annotations.NullMarked;
