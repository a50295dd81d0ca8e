/** The code of the projects module: rules on its rows that the declaration cannot say. */
@org.jspecify.annotations.NullMarked
package org.wuyou.projects;
