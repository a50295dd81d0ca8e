/** Schema generations and their execution: what HTTP, files and the runtime see of the gateway. */
@NullMarked
package org.wuyou.gateway;

import org.jspecify.annotations.NullMarked;
