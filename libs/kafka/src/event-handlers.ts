import { UseFilters } from '@nestjs/common';
import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import { EventErrorFilter } from './event-error.filter.js';

/**
 * Puts the error filter on every `@EventPattern` method there is, so that no service can forget it: without it Nest
 * replaces a handler's error by "Internal server error", and a dead letter would say nothing.
 */
export function keepEventErrors(discovery: DiscoveryService): void {
  const scanner = new MetadataScanner();
  const filter = UseFilters(new EventErrorFilter());
  for (const { metatype } of discovery.getControllers()) {
    const prototype = metatype?.prototype as object | undefined;
    if (!prototype) continue;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (descriptor && Reflect.hasMetadata(PATTERN_METADATA, descriptor.value as object))
        filter(prototype, name, descriptor);
    }
  }
}
