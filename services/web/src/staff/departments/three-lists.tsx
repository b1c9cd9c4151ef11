import type { MeasureLine, ProblemLine, ResponsibilityLine } from '@hsl/contracts/schemas/lists';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { instantText } from '../../time/instant-text.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { TableBox } from '../table-box.js';
import { usePages } from '../use-pages.js';
import { ListFile } from './list-file.js';

type Line = ProblemLine & MeasureLine & ResponsibilityLine;
/** How a line says instants and days. */
interface Said {
  t: TFunction;
  at: (iso: string | undefined) => string;
  day: (iso: string | undefined) => string;
}
type Column = [words: string, cell: (line: Line, said: Said) => string];

const MATTER: readonly Column[] = [
  ['community', ({ community }) => community],
  ['role', ({ role }, { t }) => t(`tasks.role.${role}`)],
  ['state', ({ state }, { t }) => t(`taskState.${state}`)],
];
const DUE_ON: Column = ['dueOn', ({ dueOn }, { day }) => day(dueOn)];
const OWNER: Column = ['owner', ({ owner }) => owner ?? ''];

/** 三张清单 (S54): what is in the way, what was undertaken, and who answers for it. */
const LISTS = {
  problems: [
    ...MATTER,
    ['category', ({ category }) => category],
    ['dueAt', ({ dueAt }, { at }) => at(dueAt)],
    [
      'obstacles',
      ({ blockers }, { t }) =>
        blockers.map(({ kind, words }) => `${t(`field.blockerType.${kind}`)}：${words}`).join('；'),
    ],
  ],
  measures: [
    ...MATTER,
    ['goal', ({ goal }) => goal],
    ['measures', ({ measures }) => measures.join('；')],
    OWNER,
    DUE_ON,
  ],
  responsibilities: [
    ...MATTER,
    ['assignee', ({ assignee }) => assignee ?? ''],
    OWNER,
    DUE_ON,
    ['headSignedAt', ({ headSignedAt }, { at }) => at(headSignedAt)],
    ['leaderSignedAt', ({ leaderSignedAt }, { at }) => at(leaderSignedAt)],
  ],
} as const satisfies Record<string, readonly Column[]>;
export type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as ListName[];

/** The unit's lists, to read, to print and to take along as a table. */
export function ThreeLists({ departmentId }: { departmentId: string }) {
  const { t } = useTranslation();
  const [list, setList] = useState<ListName>('problems');
  return (
    <section aria-labelledby="three-lists">
      <h2 id="three-lists">{t('lists.title')}</h2>
      <div className="sheet-buttons">
        {NAMES.map((name) => (
          <Button key={name} aria-pressed={name === list} onClick={() => setList(name)}>
            {t(`lists.${name}`)}
          </Button>
        ))}
        <ListFile list={list} departmentId={departmentId} />
      </div>
      <Lines key={list} list={list} departmentId={departmentId} />
    </section>
  );
}

function Lines({ list, departmentId }: { list: ListName; departmentId: string }) {
  const { t, i18n } = useTranslation();
  const dayText = useDay();
  const { query, items } = usePages<Line>(`/api/lists/${list}`, { departmentId });
  const columns: readonly Column[] = LISTS[list];
  const said: Said = {
    t,
    at: (iso) => (iso === undefined ? '' : instantText(Date.parse(iso), Date.now(), i18n.language)),
    day: (iso) => (iso === undefined ? '' : dayText(iso)),
  };
  return (
    <LoadState query={query}>
      {items.length === 0 ? (
        <p>{t('lists.empty')}</p>
      ) : (
        <TableBox
          label={t(`lists.${list}`)}
          columns={['number', ...columns.map(([words]) => words)].map((words) => t(`lists.column.${words}`))}
        >
          {items.map((line) => (
            <tr key={line.taskId}>
              <th scope="row">
                <Link to="/tasks/$id" params={{ id: line.taskId }}>
                  {line.number}
                </Link>
              </th>
              {columns.map(([words, cell]) => (
                <td key={words}>{cell(line, said)}</td>
              ))}
            </tr>
          ))}
        </TableBox>
      )}
      <LoadMore query={query} />
    </LoadState>
  );
}
