package org.wuyou.registry.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that shows a condition is in place: what it is, what it refers to, its date. */
public record HaveEvidence(EvidenceKind kind, String reference, @Nullable LocalDate datedOn) {
  public enum EvidenceKind {
    RECORD,
    RETURN,
    DOCUMENT
  }

  public static HaveEvidence ofRecord(String reference, @Nullable LocalDate datedOn) {
    return new HaveEvidence(EvidenceKind.RECORD, reference, datedOn);
  }

  public static HaveEvidence ofReturn(String reference, @Nullable LocalDate datedOn) {
    return new HaveEvidence(EvidenceKind.RETURN, reference, datedOn);
  }

  public static HaveEvidence ofDocument(String reference, @Nullable LocalDate datedOn) {
    return new HaveEvidence(EvidenceKind.DOCUMENT, reference, datedOn);
  }
}
