/** The talent module: introductions, training, talent platforms, expert teams, incentives. */
@NullMarked
package org.wuyou.talent;

import org.jspecify.annotations.NullMarked;
