package org.wuyou.gateway.document;

import graphql.language.OperationDefinition;

/** One operation of a document: its kind and what it may cost. */
public record MeasuredOperation(OperationDefinition.Operation kind, Cost cost) {}
