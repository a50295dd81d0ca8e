@NullMarked
package org.wuyou.policy;

import org.jspecify.annotations.NullMarked;
