/** The product from outside: its image, its start script, its pages, its figures. */
@NullMarked
package org.wuyou.distribution;

import org.jspecify.annotations.NullMarked;
