import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { BlowWhistle } from '@hsl/contracts/schemas/whistles';
import { ProblemError } from '@hsl/platform/problem.error';
import type { KnownCategory, References } from '../reference/reference-book.js';

type Names = Pick<BlowWhistle, 'categoryCode' | 'communityId' | 'estateId' | 'topicId' | 'wantedDepartmentIds'>;

/**
 * What a whistle names must exist, and belong together.
 * @returns the category, whose default grade sets the first clock
 * @throws ProblemError unknownCategory, unknownCommunity, unknownEstate, unknownTopic or unknownDepartment, naming the field
 */
export function checkNames(body: Names, known: References): KnownCategory {
  const category = known.categories.get(body.categoryCode);
  if (!known.communities.has(body.communityId)) throw unknown('unknownCommunity', 'communityId');
  if (!category) throw unknown('unknownCategory', 'categoryCode');
  if (body.estateId !== undefined && known.estates.get(body.estateId) !== body.communityId) {
    throw unknown('unknownEstate', 'estateId');
  }
  if (body.topicId !== undefined && !known.topics.has(body.topicId)) throw unknown('unknownTopic', 'topicId');
  checkDepartments(body.wantedDepartmentIds, known, 'wantedDepartmentIds');
  return category;
}

/** @throws ProblemError unknownDepartment naming the place in the list */
export function checkDepartments(ids: readonly string[], known: References, field: string): void {
  const index = ids.findIndex((id) => !known.departments.has(id));
  if (index >= 0) throw unknown('unknownDepartment', `${field}.${index}`);
}

export const unknown = (code: ProblemCode, field: string): ProblemError =>
  new ProblemError(code, { errors: [{ field, code, message: code }] });
