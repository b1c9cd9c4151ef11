import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../words/language.js';

export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const change = async (): Promise<void> => {
    await changeLanguage(other);
    // Services answer in the reader's language as well.
    await queries.invalidateQueries();
  };
  return (
    <Button type="text" lang={other} onClick={() => void change()}>
      {t('language.other')}
    </Button>
  );
}
