/** Who runs an estate (S84): a company the owners chose, their own committee, a collective of the street, or nobody. */
export const MANAGEMENT_TYPES = ['commissioned', 'selfManaged', 'collective', 'none'] as const;
export type ManagementType = (typeof MANAGEMENT_TYPES)[number];
