package org.wuyou.policy;

/** What can be wrong with a bundle; the names are stable and owned by the region's officer. */
public enum ProblemCode {
  /** The file is not YAML. */
  YAML_SYNTAX,
  /** A key that means nothing here. */
  UNKNOWN_KEY,
  /** The same key twice in one place. */
  DUPLICATE_KEY,
  /** A key that must be there. */
  MISSING_KEY,
  /** Text where a list was expected, and so on. */
  WRONG_SHAPE,
  /** A date that is not YYYY-MM-DD. */
  BAD_DATE,
  /** A number that is not a plain decimal. */
  BAD_NUMBER,
  /** A code or word outside the values allowed. */
  UNKNOWN_VALUE,
  /** A unit the platform does not know. */
  UNKNOWN_UNIT,
  /** Figures of different dimensions are compared or added. */
  WRONG_UNIT,
  /** No such fact on the entity. */
  UNKNOWN_FACT,
  /** No such entity in the register. */
  UNKNOWN_ENTITY,
  /** The expression does not give what is needed here, or compares unlike things. */
  WRONG_TYPE,
  /** The expression cannot be read. */
  EXPRESSION_SYNTAX,
  /** A figure of the policy written into an expression. */
  LITERAL_FIGURE,
  /** No such function. */
  UNKNOWN_FUNCTION,
  /** A parameter without a date from which its value holds. */
  UNDATED_PARAMETER,
  /** No parameter of that name. */
  UNKNOWN_PARAMETER,
  /** A parameter that the bundle above keeps to itself. */
  LOCKED_PARAMETER,
  /** A bundle to inherit that is not at hand. */
  UNKNOWN_BUNDLE,
  /** A parameter nobody uses. */
  UNUSED_PARAMETER,
  /** A clause that no task of the bundle stands for. */
  UNKNOWN_CLAUSE,
  /** A rule or parameter that names no article. */
  MISSING_ARTICLE,
  /** A summary missing, or missing in one language. */
  MISSING_SUMMARY,
  /** A reading or choice that is not declared. */
  UNKNOWN_READING,
  /** A department the bundle does not list. */
  UNKNOWN_DEPARTMENT,
  /** A reference to a tier, indicator, target or standard that is not there. */
  UNKNOWN_RULE,
  /** A word of comparison not in the table. */
  UNKNOWN_WORD,
  /** Two things of one name. */
  DUPLICATE_NAME,
  /** Two values or rules of one name in force on one day. */
  OVERLAPPING_VALIDITY,
  /** A period that ends before it begins, or lies outside the bundle's. */
  BAD_VALIDITY,
  /** A rule that nobody can ever meet. */
  NEVER_TRUE,
  /** Definitions that need each other. */
  CYCLE,
  /** A rule that no case exercises, or a threshold without a case at, above and below it. */
  NO_CASE,
  /** A case whose answer is not the one expected. */
  CASE_FAILED,
  /** A file the bundle must have. */
  MISSING_FILE;

  /**
   * Whether every rule answers as it would without it: what is owed to readers and to the next
   * author, not what the rule says.
   */
  public boolean formal() {
    return switch (this) {
      case UNUSED_PARAMETER,
          UNKNOWN_CLAUSE,
          MISSING_ARTICLE,
          MISSING_SUMMARY,
          UNKNOWN_DEPARTMENT,
          NEVER_TRUE,
          NO_CASE,
          CASE_FAILED ->
          true;
      case YAML_SYNTAX,
          UNKNOWN_KEY,
          DUPLICATE_KEY,
          MISSING_KEY,
          WRONG_SHAPE,
          BAD_DATE,
          BAD_NUMBER,
          UNKNOWN_VALUE,
          UNKNOWN_UNIT,
          WRONG_UNIT,
          UNKNOWN_FACT,
          UNKNOWN_ENTITY,
          WRONG_TYPE,
          EXPRESSION_SYNTAX,
          LITERAL_FIGURE,
          UNKNOWN_FUNCTION,
          UNDATED_PARAMETER,
          UNKNOWN_PARAMETER,
          LOCKED_PARAMETER,
          UNKNOWN_BUNDLE,
          UNKNOWN_READING,
          UNKNOWN_RULE,
          UNKNOWN_WORD,
          DUPLICATE_NAME,
          OVERLAPPING_VALIDITY,
          BAD_VALIDITY,
          CYCLE,
          MISSING_FILE ->
          false;
    };
  }
}
