/** Files over HTTP: {@code /files/…}. */
@NullMarked
package org.wuyou.gateway.files.web;

import org.jspecify.annotations.NullMarked;
