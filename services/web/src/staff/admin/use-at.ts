import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** Says an instant of an answer in the reader's language. */
export function useAt(): (iso: string) => string {
  const { i18n } = useTranslation();
  return (iso) => instantText(Date.parse(iso), Date.now(), i18n.language);
}
