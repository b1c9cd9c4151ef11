import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { saveAs } from '../../downloads/save-as.js';
import type { ListQuery } from './list-query.js';
import { csvOf } from './matter-csv.js';
import { MATTER_COLUMNS, useMatterCells } from './use-matter-cells.js';
import { allMatters } from './use-live-list.js';

/** All rows of the list as it is cut, as a file; what the reader may not see is not in it either. */
export function ExportButton({ filters }: { filters: ListQuery }) {
  const { t } = useTranslation();
  const cellsOf = useMatterCells();
  const [isGoing, setGoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const save = async (): Promise<void> => {
    setGoing(true);
    try {
      const { matters, isCut } = await allMatters(filters);
      const head = MATTER_COLUMNS.map((column) => t(`list.${column}`));
      const rows = matters.map(cellsOf).map((cells) => MATTER_COLUMNS.map((column) => cells[column]));
      saveAs(new Blob([csvOf([head, ...rows])], { type: 'text/csv' }), `${t('menu.whistles')}.csv`);
      setSaid(isCut ? t('list.exportCut', { n: matters.length }) : undefined);
    } catch (error) {
      setSaid(failureText(error instanceof Error ? error : new Error(String(error)), t));
    } finally {
      setGoing(false);
    }
  };
  return (
    <>
      <Button loading={isGoing} onClick={() => void save()}>
        {t('list.export')}
      </Button>
      {said !== undefined && <span role="alert">{said}</span>}
    </>
  );
}
