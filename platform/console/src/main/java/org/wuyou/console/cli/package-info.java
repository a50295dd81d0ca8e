/** The client commands of {@code wuyou}: files, queries, plugins, policies, over HTTP. */
@NullMarked
package org.wuyou.console.cli;

import org.jspecify.annotations.NullMarked;
