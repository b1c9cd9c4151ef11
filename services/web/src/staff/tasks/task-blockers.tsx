import { BLOCKER_KINDS } from '@hsl/contracts/blockers';
import type { Blocker } from '@hsl/contracts/schemas/blockers';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { ActionForm } from '../actions/action-form.js';
import { SheetButton } from '../actions/sheet-button.js';
import { LoadMore } from '../load-more.js';
import { useHasRole, useIsOfUnit } from '../sign-in/use-me.js';
import { usePages } from '../use-pages.js';
import { isOver } from './task-shelf.js';
import type { TaskDetails } from './use-tasks.js';

const RECORD: ActionForm = {
  path: 'blockers',
  fields: [
    {
      ...{ name: 'kind', label: 'field.blockerType', kind: 'choice' },
      ...{ codes: BLOCKER_KINDS, words: 'field.blockerType' },
    },
    { name: 'words', label: 'field.blockerNote', kind: 'text', maxLength: 1_000 },
  ],
};
const CLEAR: ActionForm = {
  path: 'clearance',
  fields: [{ name: 'proof', label: 'field.blockerProof', kind: 'text', maxLength: 500 }],
  toBody: ({ proof }) => ({ evidence: [{ kind: 'document', note: proof }] }),
};

/** What keeps the unit from getting on (S81), and what was cleared when. */
export function TaskBlockers({ task: { id, number, department, state } }: { task: TaskDetails }) {
  const { t, i18n } = useTranslation();
  const { query, items } = usePages<Blocker>('/api/blockers', { taskId: id });
  const isOwn = useIsOfUnit(department.id);
  const isOffice = useHasRole('liaisonOfficer');
  const mayAct = ((useHasRole('handler', 'deputyHead') && isOwn) || isOffice) && !isOver(state);
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  if (items.length === 0 && !mayAct) return null;
  return (
    <section aria-labelledby="blockers">
      <h2 id="blockers">{t('task.blockers')}</h2>
      <ul className="timeline">
        {items.map(({ id: blockerId, kind, words, recordedAt, clearedAt }) => (
          <li key={blockerId}>
            <time dateTime={recordedAt}>{at(recordedAt)}</time>
            <span>
              {`${t(`field.blockerType.${kind}`)} · ${words}`}
              {clearedAt !== undefined && <small> · {t('task.blockers.cleared', { at: at(clearedAt) })}</small>}
            </span>
            {mayAct && clearedAt === undefined && (
              <SheetButton
                name="blocker.clear"
                form={CLEAR}
                on={blockerId}
                subject={{ address: `/api/blockers/${blockerId}`, title: number }}
              />
            )}
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
      {mayAct && (
        <SheetButton
          name="blocker.record"
          form={RECORD}
          subject={{ address: `/api/department-tasks/${id}`, title: number }}
        />
      )}
    </section>
  );
}
