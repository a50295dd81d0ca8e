/** Administration as a part of the one schema: what the console, the shell and scripts call. */
@NullMarked
package org.wuyou.runtime.admin;

import org.jspecify.annotations.NullMarked;
