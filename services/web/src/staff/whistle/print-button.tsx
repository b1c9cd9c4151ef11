import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { unfolded } from './unfolded.js';

/** The page as a case file on paper (report 11), with when it was printed; what is folded or on its way is part of it. */
export function PrintButton() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  return (
    <>
      <Button className="print-button" onClick={() => void unfolded('.whistle', queries).then(() => print())}>
        {t('whistle.print')}
      </Button>
      <small className="print-only">
        {t('whistle.printed', { brand: t('brand'), at: instantText(Date.now(), Date.now(), i18n.language) })}
      </small>
    </>
  );
}
