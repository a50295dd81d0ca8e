@NullMarked
package org.wuyou.policy.parse;

import org.jspecify.annotations.NullMarked;
