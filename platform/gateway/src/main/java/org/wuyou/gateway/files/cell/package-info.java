/** From one cell to one value, with what had to be changed on the way. */
@NullMarked
package org.wuyou.gateway.files.cell;

import org.jspecify.annotations.NullMarked;
