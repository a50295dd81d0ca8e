@NullMarked
package org.wuyou.policy.facts;

import org.jspecify.annotations.NullMarked;
