/**
 * The interactive shell: Gogo runs the lines, JLine reads them, the server answers over GraphQL.
 */
@NullMarked
package org.wuyou.console.shell;

import org.jspecify.annotations.NullMarked;
