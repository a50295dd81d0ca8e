@NullMarked
package org.wuyou.policy.evaluate;

import org.jspecify.annotations.NullMarked;
