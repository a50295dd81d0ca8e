/** State-owned enterprises: floor growth and the assessment sheet. */
@NullMarked
package org.wuyou.registry.soe;

import org.jspecify.annotations.NullMarked;
