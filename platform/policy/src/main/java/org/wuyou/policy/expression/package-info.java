@NullMarked
package org.wuyou.policy.expression;

import org.jspecify.annotations.NullMarked;
