import type { ProblemCode } from '@hsl/contracts/problem-codes';

/** Errors that frameworks and drivers throw, as far as they mean something to a caller. */

const BY_FASTIFY_CODE: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformedJson',
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupportedMediaType',
  FST_ERR_BAD_URL: 'notFound',
};

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'validationFailed',
  401: 'notAuthenticated',
  403: 'roleNotAllowed',
  404: 'notFound',
  405: 'notFound',
  409: 'wrongState',
  412: 'preconditionFailed',
  413: 'bodyTooLarge',
  415: 'unsupportedMediaType',
  422: 'validationFailed',
  429: 'rateLimited',
  502: 'serviceUnavailable',
  503: 'serviceUnavailable',
  504: 'serviceUnavailable',
};

/**
 * A connection-level failure that reaches a request handler is the database's: clients of Temporal and of other
 * services wrap theirs. Sockets, PostgreSQL classes 08 and 57, too many connections, Prisma.
 */
const DATABASE_DOWN_CODE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08(?!P01)...|57P0[123]|53300|P1001|P1002|P1008|P1017|P2024)$/;
const DATABASE_DOWN_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Can't reach database server|DatabaseNotReachable|Cannot use a pool after calling end/;
/** How deep a cause is followed. */
const MOST_CAUSES = 5;

/** The problem code of an error that is not ours; internalError for what nobody expected. */
export function codeOfForeignError(error: unknown): ProblemCode {
  const fastifyCode = propertyOf(error, 'code');
  if (typeof fastifyCode === 'string' && fastifyCode in BY_FASTIFY_CODE) return BY_FASTIFY_CODE[fastifyCode]!;
  if (isDatabaseDown(error)) return 'databaseUnavailable';
  const status = statusOf(error);
  // secure-json-parse throws a SyntaxError with status 400.
  if (status === 400 && error instanceof SyntaxError) return 'malformedJson';
  return (status !== undefined && BY_STATUS[status]) || 'internalError';
}

function statusOf(error: unknown): number | undefined {
  const getStatus = propertyOf(error, 'getStatus');
  const status = typeof getStatus === 'function' ? getStatus.call(error) : propertyOf(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (depth > MOST_CAUSES || error === undefined || error === null) return false;
  const code = propertyOf(error, 'code');
  const message = propertyOf(error, 'message');
  if (typeof code === 'string' && DATABASE_DOWN_CODE.test(code)) return true;
  if (typeof message === 'string' && DATABASE_DOWN_MESSAGE.test(message)) return true;
  // A host with several addresses fails once per address.
  const errors = propertyOf(error, 'errors');
  const inner = Array.isArray(errors) ? errors : [];
  return [...inner, propertyOf(error, 'cause')].some((each) => isDatabaseDown(each, depth + 1));
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
