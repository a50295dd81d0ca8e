/** The schema that is derived from the declared entities, and its assembly. */
@NullMarked
package org.wuyou.gateway.schema;

import org.jspecify.annotations.NullMarked;
