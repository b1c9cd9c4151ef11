import type { PhotoLook } from '@hsl/contracts/schemas/photo-looks';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { TableBox } from '../../table-box.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';
import { SentText } from './sent-text.js';

/** What the photos lie on, and who keeps the list of looks at them. */
const PATHS = {
  submission: '/api/submission-photo-looks',
  whistle: '/api/whistle-photo-looks',
  task: '/api/task-photo-looks',
} as const;
/** A photo has no number: the first of its id tell it from others of the same matter. */
const SHORT_ID = 8;
const COLUMNS = ['at', 'reader', 'why', 'matter', 'photo'] as const;

interface Props {
  of: keyof typeof PATHS;
  readerId: string | undefined;
}

/** Who looked at photos on which people could be recognised, and why. */
export function PhotoLooks({ of, readerId }: Props) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const { query, rows } = useListed<PhotoLook>(PATHS[of], { readerId });
  const title = t(`looks.photos.${of}`);
  return (
    <section>
      <h2>{title}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('audit.none')}</p>}
        {rows.length > 0 && (
          <TableBox label={title} columns={COLUMNS.map((column) => t(`looks.${column}`))}>
            {rows.map(({ id, at: when, readerId: reader, role, reason, number, sent, fileId }) => (
              <tr key={id}>
                <th scope="row">{at(when)}</th>
                <td>{t('audit.by', { who: accountName(reader), role: t(`role.${role}`) })}</td>
                <td className="wide">{reason}</td>
                <td>{number ?? <SentText sent={sent} />}</td>
                <td>{fileId.slice(0, SHORT_ID)}</td>
              </tr>
            ))}
          </TableBox>
        )}
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
