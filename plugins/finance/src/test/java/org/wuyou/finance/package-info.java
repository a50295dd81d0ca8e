/** Tests of the module in the running product, and what makes its sample. */
@NullMarked
package org.wuyou.finance;

import org.jspecify.annotations.NullMarked;
