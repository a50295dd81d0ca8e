/** Titles and certificates and the days on which they are valid. */
@NullMarked
package org.wuyou.registry.title;

import org.jspecify.annotations.NullMarked;
