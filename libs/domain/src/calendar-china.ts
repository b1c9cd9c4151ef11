import { readFileSync } from 'node:fs';
import type { Calendar } from './limit.js';

/**
 * The official calendar of mainland China as shipped (made by scripts/make-calendar.mjs). Services load it into their
 * database; workflows get a slice of it as input and must never import this file.
 */
export const CHINA_CALENDAR: Calendar = JSON.parse(
  readFileSync(new URL('../calendar/china.json', import.meta.url), 'utf8'),
) as Calendar;
