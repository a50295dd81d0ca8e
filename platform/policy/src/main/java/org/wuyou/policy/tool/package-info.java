@NullMarked
package org.wuyou.policy.tool;

import org.jspecify.annotations.NullMarked;
