import { SEARCH_ATTRIBUTES } from '@hsl/contracts/search-attributes';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { WhistleStatus } from './whistle.state.js';

const GRADE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.grade, SearchAttributeType.KEYWORD);
const LEAD = defineSearchAttributeKey(SEARCH_ATTRIBUTES.leadDepartment, SearchAttributeType.KEYWORD);
const DUE_AT = defineSearchAttributeKey(SEARCH_ATTRIBUTES.dueAt, SearchAttributeType.DATETIME);

/** Once, when the departments are named: one event, so that an operator finds what a department leads and by when. */
export function showLead({ grade, tasks, clock }: WhistleStatus): void {
  const lead = tasks.find((task) => task.role === 'lead');
  upsertSearchAttributes([
    { key: GRADE, value: grade },
    { key: LEAD, value: lead?.departmentId ?? null },
    { key: DUE_AT, value: clock ? new Date(clock.dueAt) : null },
  ]);
}
