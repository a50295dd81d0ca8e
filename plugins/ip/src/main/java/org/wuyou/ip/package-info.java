/** The ip module: IP rights, standards, pledge loans, technical contracts, results. */
@NullMarked
package org.wuyou.ip;

import org.jspecify.annotations.NullMarked;
