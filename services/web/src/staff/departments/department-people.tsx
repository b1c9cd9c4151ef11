import type { DepartmentDetails } from '@hsl/contracts/schemas/departments';
import { useTranslation } from 'react-i18next';
import type { ActionForm } from '../actions/action-form.js';
import { SheetButton } from '../actions/sheet-button.js';
import { TableBox } from '../table-box.js';

type Handlers = NonNullable<DepartmentDetails['handlers']>;

interface Props {
  handlers: Handlers;
  mayHandOver: boolean;
}

/** Who works in the unit; its heads hand over what somebody has open who leaves or is away. */
export function DepartmentPeople({ handlers, mayHandOver }: Props) {
  const { t } = useTranslation();
  const columns = [t('department.name'), t('department.post'), ...(mayHandOver ? [t('department.handOver')] : [])];
  return (
    <section>
      <h2>{t('department.people')}</h2>
      <TableBox label={t('department.people')} columns={columns}>
        {handlers.map(({ id, name, post, isFictional }) => (
          <tr key={id}>
            <th scope="row">
              {name} {isFictional && <small>{t('members.fictional')}</small>}
            </th>
            <td>{t(`departmentPost.${post}`)}</td>
            {mayHandOver && (
              <td>
                <SheetButton
                  name="departmentTask.assignHandler"
                  form={handOverTo(handlers.filter((one) => one.id !== id))}
                  on={id}
                  subject={{ address: `/api/departments/handlers/${encodeURIComponent(id)}`, title: name }}
                />
              </td>
            )}
          </tr>
        ))}
      </TableBox>
    </section>
  );
}

const handOverTo = (others: Handlers): ActionForm => ({
  path: 'hand-over',
  fields: [
    { name: 'toHandlerId', kind: 'choice', options: others.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'reason', kind: 'text', maxLength: 500 },
  ],
});
