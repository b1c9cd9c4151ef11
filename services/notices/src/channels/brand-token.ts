/** Injection token of the name people read. */
export const BRAND = Symbol('Brand');
