/** The gateway over HTTP: GraphQL, health, metrics, pages, and the routes of other rooms. */
@NullMarked
package org.wuyou.gateway.http;

import org.jspecify.annotations.NullMarked;
