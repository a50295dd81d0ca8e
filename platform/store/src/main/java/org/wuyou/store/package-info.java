/** The entity tables: what the SDL declares, kept on disk, read as immutable snapshots. */
@NullMarked
package org.wuyou.store;

import org.jspecify.annotations.NullMarked;
