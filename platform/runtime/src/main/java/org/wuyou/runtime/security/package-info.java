/** Who may ask: access tokens, hashed at rest. */
@NullMarked
package org.wuyou.runtime.security;

import org.jspecify.annotations.NullMarked;
