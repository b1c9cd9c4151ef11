/** Headers as the document describes them. */
export const KEY = { name: 'Idempotency-Key', required: false, description: 'Makes a repeat take effect once' };
export const SEEN = { name: 'If-Match', required: false, description: 'ETag as it was seen; 412 if it changed' };
