import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; nobody guesses them, so a plain hash is enough to keep them. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256, hexadecimal: what the database keeps of a secret. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
