import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { Exhibit } from './exhibit.js';

/** What a file is called: for whoever does not see it, and in a line below it. */
export function useExhibitText(place: string | undefined): (exhibit: Exhibit) => { alt: string; line: string } {
  const { t, i18n } = useTranslation();
  return ({ file, stage, unit }) => {
    const at = instantText(Date.parse(file.uploadedAt), Date.now(), i18n.language);
    const role = t(`role.${file.uploadedRole}`);
    const by = unit === undefined ? role : `${unit} ${role}`;
    const where = place ?? t('evidence.noPlace');
    return {
      alt: t('evidence.alt', { stage: t(`evidence.stage.${stage}`), place: where, at, by }),
      line: `${at} · ${by}`,
    };
  };
}
