/** Figures of groups of enterprises: a division, a zone, a revenue tier. */
@NullMarked
package org.wuyou.registry.group;

import org.jspecify.annotations.NullMarked;
