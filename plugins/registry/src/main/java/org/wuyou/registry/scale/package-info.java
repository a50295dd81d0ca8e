/** Above-scale membership, size classes and revenue tiers. */
@NullMarked
package org.wuyou.registry.scale;

import org.jspecify.annotations.NullMarked;
