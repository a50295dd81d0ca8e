/** What the SDL declares, as values: entities, fields, types, labels. */
@NullMarked
package org.wuyou.spi.model;

import org.jspecify.annotations.NullMarked;
