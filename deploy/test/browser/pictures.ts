/** Two pictures of one point, of different colours, and what only says that it is one. */
const [GREEN, RED] = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
].map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];

export const GREEN_POINT = GREEN;
export const RED_POINT = RED;
export const PROGRAM = Buffer.from('MZ\u0000\u0000 this is a program, whatever it is called');
