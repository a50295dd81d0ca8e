package org.wuyou.gateway.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wuyou.spi.data.Row;

/**
 * A field of an object that a module's code has given: the record component, map entry or column of
 * that name. Handles to components are kept with the generation and go with it, so that no module's
 * class outlives it.
 */
public final class PartField implements Light {
  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

  private final String name;
  private final boolean money;
  private final Column column;
  private final Map<Class<?>, MethodHandle> components = new ConcurrentHashMap<>();

  public PartField(String name, boolean money) {
    this.name = name;
    this.money = money;
    this.column = new Column(name);
  }

  @Override
  public @Nullable Object read(Object source, Supplier<DataFetchingEnvironment> environment) {
    Object value =
        switch (source) {
          case Row row -> column.read(row);
          case Map<?, ?> map -> map.get(name);
          default -> component(source);
        };
    Object shown = money ? Units.shown(value, environment) : value;
    return shown instanceof Row || shown instanceof java.util.List
        ? RowFields.visible(shown, environment.get())
        : shown;
  }

  private @Nullable Object component(Object source) {
    MethodHandle handle = components.computeIfAbsent(source.getClass(), this::find);
    try {
      return (Object) handle.invokeExact(source);
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable checked) {
      throw new IllegalStateException(checked);
    }
  }

  private MethodHandle find(Class<?> type) {
    RecordComponent[] all = type.getRecordComponents();
    if (all == null) {
      throw new IllegalStateException(type.getName() + " is no record, row or map");
    }
    Method accessor =
        Arrays.stream(all)
            .filter(c -> c.getName().equals(name))
            .map(RecordComponent::getAccessor)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(type.getName() + " has no component " + name));
    try {
      // The record may be private to its module.
      accessor.setAccessible(true);
      return MethodHandles.lookup().unreflect(accessor).asType(GENERIC);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
