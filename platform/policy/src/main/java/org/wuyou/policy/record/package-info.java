/** What an evaluation read, kept as plain data, so that it can be evaluated again. */
@NullMarked
package org.wuyou.policy.record;

import org.jspecify.annotations.NullMarked;
