import type { RuleSetBody } from '@hsl/contracts/schemas/rules';
import { useState } from 'react';
import { useDraft } from '../../../drafts/use-draft.js';
import { useMe } from '../../sign-in/use-me.js';
import { isSameRule, RULE_GROUPS, rulesIn, withRules, type RuleValue } from './rule-paths.js';

interface Typed {
  edits: Readonly<Record<string, RuleValue>>;
  reason: string;
}

/** Rules that are being changed, and why: kept on this device until they are proposed. */
export function useEdits(newest: RuleSetBody) {
  const draft = useDraft(`${useMe()?.userId}.rules`);
  const [typed, setTyped] = useState<Typed>({ edits: {}, reason: '', ...draft.typed });
  const rules = RULE_GROUPS.flatMap((group) => rulesIn(newest, group));
  const standing = new Map(rules.map(({ path, value }) => [path, value]));
  const keep = (more: Partial<Typed>): void => {
    setTyped({ ...typed, ...more });
    draft.keep({ ...typed, ...more });
  };
  const setRule = (path: string, value: RuleValue): void => {
    const { [path]: _before, ...others } = typed.edits;
    const isBack = isSameRule(value, standing.get(path) ?? null);
    keep({ edits: isBack ? others : { ...others, [path]: value } });
  };
  return {
    ...{ draft, ...typed, setRule },
    content: withRules(newest, typed.edits),
    standing: (path: string): RuleValue => standing.get(path) ?? null,
    setReason: (reason: string): void => keep({ reason }),
  };
}

export type EditsInHand = ReturnType<typeof useEdits>;
