import { useTranslation } from 'react-i18next';
import { useNameOf } from '../names/use-names.js';
import type { Whistle } from './whistle-queries.js';

/** Who works on it; residents are never named. */
export function Parties({ whistle }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { leadDepartmentId, departmentIds, memberIds, reporters } = whistle;
  const supporting = departmentIds.filter((id) => id !== leadDepartmentId);
  return (
    <section>
      <h2>{t('whistle.parties')}</h2>
      <ul className="parties">
        {leadDepartmentId !== undefined && (
          <li>{t('whistle.lead', { name: nameOf('department', leadDepartmentId) })}</li>
        )}
        {supporting.map((id) => (
          <li key={id}>{t('whistle.supporting', { name: nameOf('department', id) })}</li>
        ))}
        {memberIds.map((id) => (
          <li key={id}>{t('whistle.member', { name: nameOf('member', id) })}</li>
        ))}
        {reporters !== undefined && reporters.length > 0 && (
          <li>{t('whistle.reporters', { people: reporters.length })}</li>
        )}
      </ul>
    </section>
  );
}
