/** Makes the sample of the module. */
@org.jspecify.annotations.NullMarked
package org.wuyou.platforms.sample;
