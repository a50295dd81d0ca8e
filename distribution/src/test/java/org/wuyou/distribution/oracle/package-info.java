/** Hand-worked cases, put to the running product through its API. */
package org.wuyou.distribution.oracle;
