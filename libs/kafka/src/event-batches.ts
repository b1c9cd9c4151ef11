import { SetMetadata } from '@nestjs/common';
import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import type { CloudEvent } from '@hsl/contracts/event';

const EVENT_BATCH = Symbol('EventBatch');

/** Takes events of one partition, in their order; rejects if not all of them took effect. */
export type TakeEvents = (events: readonly CloudEvent[]) => Promise<void>;

/**
 * Beside an `@EventPattern` method: this one does the same for many events at once. It is called with whatever a
 * partition holds, also with one event, and must be all or nothing for each event; if it rejects, the events are handed
 * to the `@EventPattern` methods one by one. A type with a handler that has no such method beside it always goes alone.
 */
export const EventBatch = (types: readonly string[]): MethodDecorator => SetMetadata(EVENT_BATCH, types);

/** The methods that take many events at once, by type. */
export function eventBatchesOf(discovery: DiscoveryService): Map<string, TakeEvents[]> {
  const scanner = new MetadataScanner();
  const batches = new Map<string, TakeEvents[]>();
  for (const { instance } of discovery.getControllers()) {
    const controller = instance as Record<string, TakeEvents> | undefined;
    if (!controller) continue;
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(controller) as object)) {
      const types = Reflect.getMetadata(EVENT_BATCH, controller[name]!) as readonly string[] | undefined;
      const take: TakeEvents = (events) => controller[name]!(events);
      for (const type of types ?? []) batches.set(type, [...(batches.get(type) ?? []), take]);
    }
  }
  return batches;
}
