package org.wuyou.gateway;

import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;

/** The one instrumentation: nothing is made per field, where the default makes an adapter. */
final class FieldsUnobserved extends SimplePerformantInstrumentation {
  @Override
  public FieldFetchingInstrumentationContext beginFieldFetching(
      InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    return FieldFetchingInstrumentationContext.NOOP;
  }
}
