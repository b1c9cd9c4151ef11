/*
 * Read without `instanceof`: Jest runs each spec in a realm of its own, whose Error is not the one Node throws.
 */

/**
 * @param {unknown} error
 * @returns {unknown} Node's or gRPC's code, e.g. 'ENOENT' or 5
 */
export function codeOf(error) {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' && message !== '' ? message : String(error);
}
