/** What a department was warned of, or owes because of it. */
export const ORDER_SOURCES = ['cards', 'orders', 'interviews'] as const;
export type OrderSource = (typeof ORDER_SOURCES)[number];
