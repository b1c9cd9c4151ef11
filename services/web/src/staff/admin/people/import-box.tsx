import type { ImportReport } from '@hsl/contracts/schemas/imports';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../sign-in/session.js';
import { TableBox } from '../../table-box.js';
import { Failures } from '../failures.js';

/** What is taken over from tables: where the table goes. */
const IMPORTS = { members: '/api/members/import', departments: '/api/departments/import' } as const;
type ImportName = keyof typeof IMPORTS;
const TABLE_TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' };
const TIMEOUT_MS = 60_000;

interface Table {
  name: ImportName;
  file: File;
}

/** Takes a table: first what would happen, with each row that is in the way, then all of it or nothing. */
export function ImportBox() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<ImportName>('members');
  const [file, setFile] = useState<File>();
  const taking = useMutation({
    mutationFn: ({ mode, ...table }: Table & { mode: 'preview' | 'apply' }) => send(table, mode),
    onSuccess: ({ isApplied }) => (isApplied ? queries.invalidateQueries() : undefined),
  });
  const preview = (chosen: File | undefined, of: ImportName): void => {
    setFile(chosen);
    taking.reset();
    if (chosen) taking.mutate({ name: of, file: chosen, mode: 'preview' });
  };
  const { data: report } = taking;
  return (
    <section>
      <h2>{t('people.import')}</h2>
      <div className="admin-row">
        <Select
          aria-label={t('people.import.what')}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 140 }}
          value={name}
          options={(Object.keys(IMPORTS) as ImportName[]).map((value) => ({
            value,
            label: t(`people.import.${value}`),
          }))}
          onChange={(value) => {
            setName(value);
            preview(file, value);
          }}
        />
        <label htmlFor="people-table">{t('people.import.file')}</label>
        <input
          id="people-table"
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          onChange={({ target }) => preview(target.files?.[0], name)}
        />
      </div>
      <Failures error={taking.error} />
      {report && <Report report={report} />}
      {file && report && !report.isApplied && report.faultCount === 0 && (
        <Button type="primary" loading={taking.isPending} onClick={() => taking.mutate({ name, file, mode: 'apply' })}>
          {t('people.import.apply')}
        </Button>
      )}
    </section>
  );
}

async function send({ name, file }: Table, mode: string): Promise<ImportReport> {
  const type = file.name.toLowerCase().endsWith('.xlsx') ? TABLE_TYPES.xlsx : TABLE_TYPES.csv;
  const body = new Blob([await file.arrayBuffer()], { type });
  return ask<ImportReport>(`${IMPORTS[name]}?mode=${mode}`, { method: 'POST', body, timeoutMs: TIMEOUT_MS });
}

const COLUMNS = ['line', 'column', 'fault', 'value'] as const;

function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const { isApplied, faults, faultCount, ...counts } = report;
  return (
    <div role="status">
      <p>{t(isApplied ? 'people.import.done' : 'people.import.would', { ...counts })}</p>
      {faultCount > 0 && (
        <>
          <p>{t('people.import.faults', { n: faultCount })}</p>
          <TableBox label={t('people.import')} columns={COLUMNS.map((column) => t(`people.import.column.${column}`))}>
            {faults.map(({ line, column = '', code, value = '' }) => (
              <tr key={`${line} ${column} ${code}`}>
                <th scope="row">{line}</th>
                <td>{column}</td>
                <td>{t(`people.import.fault.${code}`)}</td>
                <td className="wide">{value}</td>
              </tr>
            ))}
          </TableBox>
        </>
      )}
    </div>
  );
}
