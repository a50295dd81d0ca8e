/** The pages served at {@code /console}: a client of the GraphQL API that runs in the browser. */
@NullMarked
package org.wuyou.console.web;

import org.jspecify.annotations.NullMarked;
