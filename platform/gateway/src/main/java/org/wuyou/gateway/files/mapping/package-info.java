/** Declared mappings: how the tables of a yearbook become rows of an entity. */
@NullMarked
package org.wuyou.gateway.files.mapping;

import org.jspecify.annotations.NullMarked;
