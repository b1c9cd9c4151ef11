import { Module, type Type } from '@nestjs/common';
import { PlatformModule } from './platform.module.js';

/** The service's module with the platform around it. */
export function rootModule({ name, module }: { name: string; module: Type }, logLevel: string): Type {
  class ServiceRoot {}
  Module({ imports: [PlatformModule.forService(name, logLevel), module] })(ServiceRoot);
  return ServiceRoot;
}
