import type { LadderLine, NoticeRuleLine, NoticeRuleTable } from '@hsl/contracts/schemas/notice-rules';
import { RUNG_KINDS } from '@hsl/contracts/steps';
import { ROLES, type Role } from '@hsl/contracts/roles';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { ask } from '../../sign-in/session.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { audiencesText } from './audience-text.js';
import { grouped } from './rule-lines.js';

const route = getRouteApi('/admin/notice-rules');
/** It changes with the program only. */
const DAY_MS = 86_400_000;

/** Who is told of what, and by which channel; for reading. */
export function NoticeRulesPage() {
  const { t, i18n } = useTranslation();
  const query = useQuery({
    queryKey: ['admin', 'notice-rules', i18n.language],
    staleTime: DAY_MS,
    queryFn: () => ask<NoticeRuleTable>('/api/notice-rules'),
  });
  const role = ROLES.find((one) => one === route.useSearch().role);
  const table = query.data;
  return (
    <AdminFrame words="admin.noticeRules">
      <p>{t('noticeRules.help')}</p>
      <RoleFilter role={role} />
      <LoadState query={query}>
        {table && grouped(table.items, role).map((one) => <Group key={one.group} {...one} />)}
        {table && <Ladder lines={table.ladder} />}
        {table && <p>{t('noticeRules.silent', { count: table.silent.length, events: table.silent.join(' · ') })}</p>}
      </LoadState>
    </AdminFrame>
  );
}

function RoleFilter({ role }: { role: Role | undefined }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  return (
    <Select<string>
      aria-label={t('noticeRules.role')}
      style={{ minWidth: 200 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={role ?? ''}
      options={[
        { value: '', label: t('noticeRules.everyRole') },
        ...ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
      ]}
      onChange={(chosen) => void navigate({ search: chosen === '' ? {} : { role: chosen } })}
    />
  );
}

const COLUMNS = ['text', 'when', 'to', 'channels'] as const;

function Group({ group, lines }: { group: string; lines: readonly NoticeRuleLine[] }) {
  const { t } = useTranslation();
  const title = t(`me.group.${group}`);
  return (
    <section>
      <h2>{title}</h2>
      <TableBox label={title} columns={COLUMNS.map((column) => t(`noticeRules.${column}`))}>
        {lines.map((line, index) => (
          // Two rules may differ in their urgency only; the table never changes its order.
          <tr key={index}>
            <th scope="row" className="wide">
              {line.text}
            </th>
            <td className="wide">
              {line.when ?? t('noticeRules.always')} <small>{line.event}</small>
            </td>
            <td className="wide">{line.byLadder ? t('noticeRules.byLadder') : audiencesText(line.to, t)}</td>
            <td>
              {[t('noticeRules.inbox'), ...line.channels.map((channel) => t(`me.${channel}`))].join(t('rules.and'))}
            </td>
          </tr>
        ))}
      </TableBox>
    </section>
  );
}

function Ladder({ lines }: { lines: readonly LadderLine[] }) {
  const { t } = useTranslation();
  const columns = [t('noticeRules.step'), ...RUNG_KINDS.map((rung) => t(`rung.${rung}`))];
  return (
    <section>
      <h2>{t('noticeRules.ladder')}</h2>
      <TableBox label={t('noticeRules.ladder')} columns={columns}>
        {lines.map(({ step, rungs }) => (
          <tr key={step}>
            <th scope="row">{t(`step.${step}`)}</th>
            {rungs.map(({ rung, to }) => (
              <td key={rung} className="wide">
                {audiencesText(to, t)}
              </td>
            ))}
          </tr>
        ))}
      </TableBox>
    </section>
  );
}
