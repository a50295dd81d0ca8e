package org.wuyou.policy.model;

/**
 * What a bundle is packed as.
 *
 * @param plugin short name of the plugin ({@code region-gaoping})
 * @param version three numbers ({@code 0.1.0})
 */
public record Packaging(String plugin, String version) {}
