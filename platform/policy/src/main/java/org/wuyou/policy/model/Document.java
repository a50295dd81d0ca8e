package org.wuyou.policy.model;

import java.time.LocalDate;
import java.util.Optional;
import org.wuyou.policy.Text;

/**
 * The document a bundle carries out, named, not quoted.
 *
 * @param issued absent where the document as published bears no date
 */
public record Document(
    Text name,
    Text issuer,
    Optional<String> number,
    Optional<LocalDate> issued,
    Optional<String> source) {}
