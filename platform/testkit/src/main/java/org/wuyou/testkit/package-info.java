/** What tests need to meet the real product: a running server, a client, rows to write. */
@NullMarked
package org.wuyou.testkit;

import org.jspecify.annotations.NullMarked;
