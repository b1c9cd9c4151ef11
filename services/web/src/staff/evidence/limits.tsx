import { useTranslation } from 'react-i18next';
import { useFiles } from './use-files.js';

const MEGABYTE = 1_048_576;

/** The limits, said before anybody chooses. */
export function Limits({ address }: { address: string }) {
  const { t } = useTranslation();
  const limits = useFiles(address).data?.limits;
  if (!limits) return null;
  const megabytes = Math.round((limits.maxBytes / MEGABYTE) * 10) / 10;
  return <p className="file-limits">{t('evidence.limits', { megabytes, count: limits.maxCount })}</p>;
}
