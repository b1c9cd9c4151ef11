type Bound<T> = { lt: T } | { lte: T } | { gt: T } | { gte: T };

/** A Prisma condition on an instant and an id. */
type Beyond<F extends string> = { [field in F]?: Bound<Date> } & {
  OR?: ({ [field in F]: Bound<Date> } | ({ [field in F]: Date } & { id: Bound<string> }))[];
};

/**
 * What comes after a position in a list that is sorted by an instant and then by the id, both in the same order; all of
 * it without a position. The bound on the instant alone says nothing new, but it is what an index can begin at: an OR
 * leads into none, and each page would read all that were shown before it.
 */
export function beyond<F extends string>(
  field: F,
  after: ({ [name in F]: Date | string } & { id: string }) | undefined,
  order: 'asc' | 'desc' = 'desc',
): Beyond<F> {
  if (after === undefined) return {} as Beyond<F>;
  const at = new Date(after[field]);
  const { id } = after;
  const [from, past, pastId] =
    order === 'desc' ? [{ lte: at }, { lt: at }, { lt: id }] : [{ gte: at }, { gt: at }, { gt: id }];
  return { [field]: from, OR: [{ [field]: past }, { [field]: at, id: pastId }] } as Beyond<F>;
}
