import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** What is folded on the page is part of the case file. */
function printAll(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.whistle details')) folded.open = true;
  print();
}

/** The page as a case file on paper (report 11), with when it was printed. */
export function PrintButton() {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Button className="print-button" onClick={printAll}>
        {t('whistle.print')}
      </Button>
      <small className="print-only">
        {t('whistle.printed', { brand: t('brand'), at: instantText(Date.now(), Date.now(), i18n.language) })}
      </small>
    </>
  );
}
