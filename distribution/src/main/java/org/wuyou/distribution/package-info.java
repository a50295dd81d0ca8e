/** The {@code wuyou} command: starting the server, and the client commands beside it. */
@NullMarked
package org.wuyou.distribution;

import org.jspecify.annotations.NullMarked;
