@NullMarked
package org.wuyou.policy.check;

import org.jspecify.annotations.NullMarked;
