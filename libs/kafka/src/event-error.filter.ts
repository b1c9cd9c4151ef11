import { Catch, type ExceptionFilter } from '@nestjs/common';

/** Lets a handler's own error reach the transport, where Nest would put "Internal server error" in its place. */
@Catch()
export class EventErrorFilter implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}
