import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './locale.js';
import { problemAnswerOf } from './problem-details.js';
import { ProblemError } from './problem.error.js';

/** The one place where an error becomes HTTP. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    // A Kafka handler's error belongs to its transport strategy (retry, dead letter).
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const path = request.url.split('?')[0];
    const { body, headers } = problemAnswerOf(error, localeOf(request), path);
    this.log(error, body.status, `${request.method} ${path} ${body.code}`);
    if (reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    void reply.code(body.status).headers(headers).send(JSON.stringify(body));
  }

  /** What nobody expected is logged with its stack, a dependency that is down as a warning, a refusal only on debug. */
  private log(error: unknown, status: number, line: string): void {
    const cause = error instanceof ProblemError ? error.cause : error;
    if (status === 500) this.logger.error({ err: error, msg: line });
    else if (status > 500) this.logger.warn(`${line}: ${cause instanceof Error ? cause.message : 'no cause given'}`);
    else this.logger.debug(line);
  }
}
