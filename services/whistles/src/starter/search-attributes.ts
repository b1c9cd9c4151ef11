import { SEARCH_ATTRIBUTES } from '@hsl/contracts/search-attributes';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';

const SUBDISTRICT = defineSearchAttributeKey(SEARCH_ATTRIBUTES.subdistrict, SearchAttributeType.KEYWORD);
const COMMUNITY = defineSearchAttributeKey(SEARCH_ATTRIBUTES.community, SearchAttributeType.KEYWORD);
const GRADE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.grade, SearchAttributeType.KEYWORD);

/** By what an operator finds the running workflow of a matter; boards never ask Temporal. */
export const searchAttributesOf = (whistle: { subdistrictId: string; communityId: string; grade: string }) =>
  new TypedSearchAttributes([
    { key: SUBDISTRICT, value: whistle.subdistrictId },
    { key: COMMUNITY, value: whistle.communityId },
    { key: GRADE, value: whistle.grade },
  ]);
