package org.wuyou.console.cli;

import java.time.Clock;

/** What commands work with that need no server: what policies may build on, and today. */
public record Workbench(FactSource facts, Clock clock) {}
