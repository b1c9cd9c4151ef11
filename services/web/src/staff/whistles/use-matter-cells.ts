import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { useNameOf } from '../names/use-names.js';
import { isWall } from '../wall.js';

export const MATTER_COLUMNS = [
  ...(['number', 'community', 'state', 'grade', 'waitingFor', 'since', 'due', 'nextRung'] as const),
];
export type MatterColumn = (typeof MATTER_COLUMNS)[number];

/** Where is it stuck: with whom, since when, what comes next. */
export const STUCK_COLUMNS: readonly MatterColumn[] = [
  ...(['waitingFor', 'since', 'number', 'community', 'due', 'nextRung'] as const),
];

/** The cells of a matter in words, the same on the page and in a file. */
export function useMatterCells(): (matter: LiveMatter) => Record<MatterColumn, string> {
  const { t, i18n } = useTranslation();
  const nameOf = useNameOf();
  const at = (iso: string | undefined): string =>
    iso === undefined ? '' : instantText(Date.parse(iso), Date.now(), i18n.language);
  return ({ number, communityId, communityName, state, grade, waitingFor, since, dueAt, nextRung }) => {
    const who = waitingFor.map(({ kind, id, name, step }) => {
      // A wall is read by everybody who passes: no person is named on it.
      const role = kind === 'role' ? id : kind === 'member' && isWall() ? 'member' : undefined;
      const called = role === undefined ? (name ?? nameOf(kind, id)) : t(`role.${role}`);
      return `${called} ${t(`step.${step}`)}`;
    });
    return {
      ...{ number, community: communityName ?? communityId, state: t(`state.${state}`), grade: t(`grade.${grade}`) },
      ...{ waitingFor: who.join(' · '), since: at(since), due: at(dueAt) },
      nextRung: nextRung ? `${at(nextRung.at)} ${t(`rung.${nextRung.kind}`)}` : '',
    };
  };
}
