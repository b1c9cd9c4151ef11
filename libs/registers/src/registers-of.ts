import type { Named, Register } from './register.js';

/** Which registers a service keeps. */
export interface RegistersOf {
  /** The service's name is the source of their events. */
  service: string;
  registers: readonly Register[];
  /** A statement for each kind of thing they name: a row if there is one with ($1 subdistrict, $2 id). */
  known: Readonly<Partial<Record<Named, string>>>;
}

export const REGISTERS_OF = Symbol('registers of a service');
