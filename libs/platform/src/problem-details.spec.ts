import { describe, expect, it } from '@jest/globals';
import { HttpException, NotFoundException } from '@nestjs/common';
import { PROBLEMS, type ProblemCode } from '@hsl/contracts/problem-codes';
import { problemAnswerOf } from './problem-details.js';
import { ProblemError } from './problem.error.js';

const errorWith = (properties: object, message = 'x'): Error => Object.assign(new Error(message), properties);
const codeOf = (error: unknown): string => problemAnswerOf(error, 'en').body.code;

describe('problem details', () => {
  it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s answers with its status and words in both languages', (code) => {
    const zh = problemAnswerOf(new ProblemError(code), 'zh-CN', '/api/x');
    expect(zh.body).toMatchObject({
      code,
      status: PROBLEMS[code].status,
      detail: PROBLEMS[code].zh,
      instance: '/api/x',
    });
    expect(zh.body.type).toMatch(/^https:.*\/problems\//);
    expect(zh.headers['content-type']).toContain('application/problem+json');
    expect(problemAnswerOf(new ProblemError(code), 'en').body.detail).toBe(PROBLEMS[code].en);
  });

  it('names the state with 409 and the rule with 403', () => {
    expect(problemAnswerOf(new ProblemError('wrongState', { state: 'BLOWN' }), 'en').body.state).toBe('BLOWN');
    expect(problemAnswerOf(new ProblemError('separationOfDuties', { rule: 'notBlower' }), 'en').body.rule).toBe(
      'notBlower',
    );
  });

  it('says when to try again', () => {
    expect(problemAnswerOf(new ProblemError('temporalUnavailable'), 'en').headers['retry-after']).toBe('5');
    expect(
      problemAnswerOf(new ProblemError('rateLimited', { retryAfterSeconds: 1.2 }), 'en').headers['retry-after'],
    ).toBe('2');
    expect(problemAnswerOf(new ProblemError('notFound'), 'en').headers).not.toHaveProperty('retry-after');
  });

  it('tells nothing of an error nobody expected', () => {
    const answer = problemAnswerOf(new Error('password=abc at table x'), 'en');
    expect(answer.body.code).toBe('internalError');
    expect(JSON.stringify(answer)).not.toContain('abc');
  });

  it.each([
    ['a database that refuses connections', errorWith({ code: 'ECONNREFUSED' })],
    ['PostgreSQL shutting down', errorWith({ code: '57P01' })],
    ['too many connections', errorWith({ code: '53300' })],
    ['a pool that waited too long', errorWith({}, 'timeout exceeded when trying to connect')],
    ['Prisma, by its cause', new Error('query failed', { cause: errorWith({ code: 'P1001' }) })],
    ['every address of a host', errorWith({ errors: [errorWith({ code: 'ECONNREFUSED' })] })],
  ])('%s is the database being away', (_what, error) => {
    expect(codeOf(error)).toBe('databaseUnavailable');
  });

  it('an error of a statement is not', () => {
    expect(codeOf(errorWith({ code: '23505' }))).toBe('internalError');
  });

  it.each([
    [new NotFoundException(), 'notFound'],
    [new HttpException('slow down', 429), 'rateLimited'],
    [new HttpException('who', 401), 'notAuthenticated'],
    [new HttpException('teapot', 418), 'internalError'],
    [errorWith({ code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 'bodyTooLarge'],
    [errorWith({ code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }), 'unsupportedMediaType'],
    [Object.assign(new SyntaxError('x'), { statusCode: 400 }), 'malformedJson'],
    ['a thrown text', 'internalError'],
    [undefined, 'internalError'],
  ])('what a framework throws finds its code: %s → %s', (error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});
