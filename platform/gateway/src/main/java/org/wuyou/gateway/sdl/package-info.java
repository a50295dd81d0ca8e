/** SDL texts of modules to checked declarations and the model. */
@NullMarked
package org.wuyou.gateway.sdl;

import org.jspecify.annotations.NullMarked;
