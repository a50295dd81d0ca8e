/** Operations as texts: parsed, measured against the limits and validated once per generation. */
@NullMarked
package org.wuyou.gateway.document;

import org.jspecify.annotations.NullMarked;
