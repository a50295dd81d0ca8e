/** From the headers of a file to the fields of an entity. */
@NullMarked
package org.wuyou.gateway.files.column;

import org.jspecify.annotations.NullMarked;
