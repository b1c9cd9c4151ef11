import type { DepartmentDetails } from '@hsl/contracts/schemas/departments';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { SheetButton } from '../actions/sheet-button.js';
import { TableBox } from '../table-box.js';
import { awayForms, type Handlers } from './away-forms.js';

interface Props {
  department: DepartmentDetails & { handlers: Handlers };
  /** The heads say who is away, and hand over what somebody has open who leaves. */
  isHead: boolean;
}

/** Who works in the unit, who is away and who stands in. */
export function DepartmentPeople({ department: { handlers, absences = [] }, isHead }: Props) {
  const { t } = useTranslation();
  const day = useDay();
  const nameOf = (id: string): string => handlers.find((one) => one.id === id)?.name ?? id;
  const columns = ['name', 'post', 'away', ...(isHead ? ['handOver'] : [])];
  return (
    <section>
      <h2>{t('department.people')}</h2>
      <TableBox label={t('department.people')} columns={columns.map((column) => t(`department.${column}`))}>
        {handlers.map(({ id, name, post, isFictional }) => (
          <tr key={id}>
            <th scope="row">
              {name} {isFictional && <small>{t('members.fictional')}</small>}
            </th>
            <td>{t(`departmentPost.${post}`)}</td>
            <td>
              {absences
                .filter(({ handlerId }) => handlerId === id)
                .map(({ id: absenceId, firstDay, lastDay, substituteId }) => (
                  <div key={absenceId}>
                    {t('department.awayLine', { from: day(firstDay), to: day(lastDay), name: nameOf(substituteId) })}
                  </div>
                ))}
            </td>
            {isHead && (
              <td>
                <AwayButtons id={id} name={name} others={handlers.filter((one) => one.id !== id)} />
              </td>
            )}
          </tr>
        ))}
      </TableBox>
    </section>
  );
}

function AwayButtons({ id, name, others }: { id: string; name: string; others: Handlers }) {
  const subject = { address: `/api/departments/handlers/${encodeURIComponent(id)}`, title: name };
  return (
    <div className="sheet-buttons">
      {Object.entries(awayForms(others)).map(([action, form]) => (
        <SheetButton key={action} name={action} form={form} on={id} subject={subject} />
      ))}
    </div>
  );
}
