import type { Finding, PageFound, Place, ReconciledPart } from '@hsl/contracts/reconciliation';

/** What was found on one page. */
export interface Compared {
  checked: number;
  findings: Finding[];
  /** Where the next page of the same part begins; absent after its last one. */
  after?: string;
}

/** One part of a reconciliation: rows beside what they must agree with, page by page. */
export interface Comparison {
  compare(subdistrictId: string, after: string | undefined): Promise<Compared>;
}

/**
 * One page of a reconciliation whose parts follow one another in the order they are named in.
 * @throws Error for a part that this owner does not have
 */
export async function pageOfParts(
  parts: Partial<Record<ReconciledPart, Comparison>>,
  { subdistrictId, place: { part, after } }: { subdistrictId: string; place: Place },
): Promise<PageFound> {
  const comparison = parts[part];
  if (!comparison) throw new Error(`nothing is reconciled as ${part} here`);
  const { after: further, ...found } = await comparison.compare(subdistrictId, after);
  if (further !== undefined) return { ...found, next: { part, after: further } };
  const names = Object.keys(parts) as ReconciledPart[];
  const following = names[names.indexOf(part) + 1];
  return following ? { ...found, next: { part: following } } : found;
}
