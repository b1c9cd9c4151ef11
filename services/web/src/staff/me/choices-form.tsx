import { CHANNEL_CHOICES, NOTICE_CHANNELS, NOTICE_GROUPS } from '@hsl/contracts/notice-channels';
import type { NoticeSettings } from '@hsl/contracts/schemas/notice-settings';
import { Alert, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { changeLanguage } from '../../words/language.js';
import { TableBox } from '../table-box.js';
import { choicesOf, chosenOf, keyOf, type Chosen } from './chosen.js';
import { useSaving } from './use-settings.js';

/** What goes where, when it must be quiet, in which language. */
export function ChoicesForm({ settings }: { settings: NoticeSettings }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen>(chosenOf(settings.choices));
  const [quietHours, setQuietHours] = useState(settings.quietHours);
  const [language, setLanguage] = useState(settings.language);
  const [isSaved, setSaved] = useState(false);
  const saving = useSaving(settings.version, () => {
    setSaved(true);
    void changeLanguage(language);
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    saving.send({ language, quietHours, choices: choicesOf(chosen) });
  };
  return (
    <form onSubmit={save} onChange={() => setSaved(false)}>
      <p>{t('me.choices.help')}</p>
      <Matrix chosen={chosen} onChange={setChosen} />
      <fieldset>
        <legend>{t('me.quiet')}</legend>
        <p>{t('me.quiet.help')}</p>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {t(`me.quiet.${end}`)}{' '}
            <input
              type="time"
              required
              value={quietHours[end]}
              onChange={(event) => setQuietHours({ ...quietHours, [end]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      <label>
        {t('me.language')}{' '}
        <select value={language} onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'zh-CN')}>
          <option value="zh-CN">中文</option>
          <option value="en">English</option>
        </select>
      </label>
      {saving.error && <Alert role="alert" type="error" showIcon title={failureText(saving.error, t)} />}
      <p role="status">{isSaved && t('me.saved')}</p>
      <Button type="primary" htmlType="submit" loading={saving.isPending}>
        {t('me.save')}
      </Button>
    </form>
  );
}

function Matrix({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const { t } = useTranslation();
  const columns = [t('me.group'), ...NOTICE_CHANNELS.map((channel) => t(`me.${channel}`))];
  return (
    <TableBox label={t('me.choices')} columns={columns}>
      {NOTICE_GROUPS.map((group) => (
        <tr key={group}>
          <th scope="row">{t(`me.group.${group}`)}</th>
          {NOTICE_CHANNELS.map((channel) => (
            <td key={channel}>
              <select
                aria-label={`${t(`me.group.${group}`)} ${t(`me.${channel}`)}`}
                value={chosen[keyOf({ group, channel })] ?? 'byRule'}
                onChange={({ target }) => {
                  const choice = CHANNEL_CHOICES.find((one) => one === target.value);
                  onChange({ ...chosen, [keyOf({ group, channel })]: choice });
                }}
              >
                {CHANNEL_CHOICES.map((choice) => (
                  <option key={choice} value={choice}>
                    {t(`me.choice.${choice}`)}
                  </option>
                ))}
              </select>
            </td>
          ))}
        </tr>
      ))}
    </TableBox>
  );
}
