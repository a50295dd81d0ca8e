@NullMarked
package org.wuyou.policy.model;

import org.jspecify.annotations.NullMarked;
