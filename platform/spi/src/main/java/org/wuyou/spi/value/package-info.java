/** The values of the field: codes with check characters, exact money, percentages. */
@NullMarked
package org.wuyou.spi.value;

import org.jspecify.annotations.NullMarked;
