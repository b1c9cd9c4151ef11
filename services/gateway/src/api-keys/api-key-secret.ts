/** Tells our keys apart from tokens at sight; a scanner of public code finds it. */
export const API_KEY_PREFIX = 'hsl_';
