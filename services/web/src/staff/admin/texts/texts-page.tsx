import type { TextTemplate } from '@hsl/contracts/schemas/text-templates';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { Failures } from '../failures.js';
import { ChangeText, NewText } from './text-form.js';
import { useChanging, useTexts } from './use-texts.js';

const COLUMNS = ['use', 'title', 'text', 'category', 'do'] as const;

/** What do we say? Texts that people begin with. */
export function TextsPage() {
  const { t } = useTranslation();
  const query = useTexts();
  const [changing, setChanging] = useState<string>();
  const ending = useChanging(() => undefined);
  const items = query.data?.items ?? [];
  const mayChange = query.data?.mayChange === true;
  const open = items.find(({ id }) => id === changing);
  return (
    <AdminFrame words="admin.texts">
      <p>{t('texts.help')}</p>
      <Failures error={ending.error} />
      <LoadState query={query}>
        {items.length === 0 && <p>{t('texts.none')}</p>}
        <TableBox label={t('texts.list')} columns={COLUMNS.map((column) => t(`texts.${column}`))}>
          {items.map((template) => (
            <Line
              key={template.id}
              template={template}
              onOpen={mayChange ? () => setChanging(template.id) : undefined}
              onUse={(active) => ending.send({ template, change: { active } })}
            />
          ))}
        </TableBox>
      </LoadState>
      {open && <ChangeText key={open.id} template={open} onDone={() => setChanging(undefined)} />}
      {mayChange && <NewText />}
    </AdminFrame>
  );
}

interface LineProps {
  template: TextTemplate;
  /** Left out: for reading only. */
  onOpen: (() => void) | undefined;
  onUse: (active: boolean) => void;
}

function Line({ template: { use, title, text, categoryCode = '', active }, onOpen, onUse }: LineProps) {
  const { t } = useTranslation();
  const switching = active ? 'texts.end' : 'texts.again';
  return (
    <tr>
      <td>{t(`texts.use.${use}`)}</td>
      <th scope="row">
        {title} {!active && <small>{t('texts.ended')}</small>}
      </th>
      <td className="wide">{text}</td>
      <td>{categoryCode}</td>
      <td>
        {onOpen && (
          <>
            <Button aria-label={t('texts.change.of', { title })} onClick={onOpen}>
              {t('texts.do')}
            </Button>{' '}
            <Button aria-label={t(`${switching}.of`, { title })} onClick={() => onUse(!active)}>
              {t(switching)}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}
