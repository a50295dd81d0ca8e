/** The life of a plugin: read, verified, resolved, staged, swapped in, drained, retired. */
@NullMarked
package org.wuyou.runtime.plugin;

import org.jspecify.annotations.NullMarked;
