/** The finance module: claims, funds, financing, listing, vouchers, procurement. */
@NullMarked
package org.wuyou.finance;

import org.jspecify.annotations.NullMarked;
