import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** Says that what is shown may be old; nothing while the line is up. */
export function LiveBar({ cutSince }: { cutSince: number | undefined }) {
  const { t, i18n } = useTranslation();
  return (
    <div role="status">
      {cutSince !== undefined && (
        <p className="live-bar">{t('shell.reconnecting', { at: instantText(cutSince, Date.now(), i18n.language) })}</p>
      )}
    </div>
  );
}
