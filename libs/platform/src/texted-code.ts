import { randomInt } from 'node:crypto';

/** Six figures that prove an address or a phone to be one's own; every one as likely as any other. */
export const newTextedCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');
