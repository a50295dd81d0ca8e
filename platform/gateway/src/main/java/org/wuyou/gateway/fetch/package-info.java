/** Answers the fields of one request from one snapshot. */
@NullMarked
package org.wuyou.gateway.fetch;

import org.jspecify.annotations.NullMarked;
