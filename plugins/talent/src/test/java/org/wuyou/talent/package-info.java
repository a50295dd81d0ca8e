/** Tests of the module in the running product, and what makes its sample. */
@NullMarked
package org.wuyou.talent;

import org.jspecify.annotations.NullMarked;
