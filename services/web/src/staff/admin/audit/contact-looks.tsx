import type { ContactReading } from '@hsl/contracts/schemas/submission-contacts';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { TableBox } from '../../table-box.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';
import { SentText } from './sent-text.js';

const COLUMNS = ['at', 'reader', 'what', 'why', 'submission'] as const;

/** Who looked at residents' phones, and why. */
export function ContactLooks({ readerId }: { readerId: string | undefined }) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { query, rows } = useListed<ContactReading>('/api/contact-readings', { readerId });
  return (
    <section>
      <h2>{t('looks.title')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('audit.none')}</p>}
        {rows.length > 0 && (
          <TableBox label={t('looks.title')} columns={COLUMNS.map((column) => t(`looks.${column}`))}>
            {rows.map(({ id, at: when, readerId: reader, role, kind, purpose, reason = '', sent }) => (
              <tr key={id}>
                <th scope="row">{at(when)}</th>
                <td>{t('audit.by', { who: accountName(reader), role: t(`role.${role}`) })}</td>
                <td>{t(`looks.kind.${kind}`)}</td>
                <td className="wide">{purpose === undefined ? reason : t(`looks.purpose.${purpose}`)}</td>
                <td>
                  <SentText sent={sent} />
                </td>
              </tr>
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
