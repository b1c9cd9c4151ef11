import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { toIso } from '@hsl/contracts/instants';
import { map, type Observable } from 'rxjs';
import { Clock } from './clock.js';

/** Every JSON object answered carries `serverNow`, so that a page counts down by the server's clock, not its own. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly clock: Clock) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    return next.handle().pipe(map((answer: unknown) => withServerNow(answer, toIso(this.clock.now()))));
  }
}

/** Lists, texts, streams, buffers and empty answers pass as they are; so does an answer that says its own time. */
export function withServerNow(answer: unknown, serverNow: string): unknown {
  if (!isPlainObject(answer) || 'serverNow' in answer) return answer;
  return { ...answer, serverNow };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
