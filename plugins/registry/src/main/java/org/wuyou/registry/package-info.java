/** The registry module: divisions, enterprises, yearly returns, titles and R&amp;D evidence. */
@NullMarked
package org.wuyou.registry;

import org.jspecify.annotations.NullMarked;
