import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Metadata key of a route that needs no credential. */
export const PUBLIC_ROUTE = 'hsl:public-route';

/** Marks a route (or a controller) as open to everybody; the OpenAPI document then asks for no token. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension('x-public', true));
