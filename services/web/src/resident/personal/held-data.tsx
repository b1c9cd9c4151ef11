import type { PersonalDataPart, PersonalSection } from '@hsl/contracts/schemas/personal-data';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personalFile, sectionsOf } from '../../downloads/personal-file.js';
import { saveAs } from '../../downloads/save-as.js';
import { failureText } from '../../http/failure-text.js';
import { request } from '../../http/request.js';
import { Problem } from '../parts.js';
import { AskErasure } from './ask-erasure.js';

/** Who holds something about residents. */
const EXPORTS = ['/api/personal-data/exports', '/api/reporter-data/exports'];

interface Props {
  proof: string;
  /** Neither name nor phone is kept with what was sent: none was left, or it has been erased. */
  isPhoneGone: boolean;
}

/** Everything that is held, to read and to take along; from here one may ask to be forgotten. */
export function HeldData({ proof, isPhoneGone }: Props) {
  const { t } = useTranslation();
  const [sections, setSections] = useState<PersonalSection[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const asked = EXPORTS.map((path) => request<PersonalDataPart>(path, { method: 'POST', body: { proof } }));
    Promise.all(asked).then(
      (parts) => setSections(sectionsOf(parts)),
      (error: unknown) => setFailure(failureText(error, t)),
    );
  }, [proof, t]);
  if (failure !== undefined) return <Problem text={failure} />;
  if (!sections) return <p role="status">{t('state.loading')}</p>;
  return (
    <>
      {sections.length === 0 && <p>{t('personal.none')}</p>}
      {isPhoneGone && <p role="status">{t('personal.gone')}</p>}
      {sections.map(({ title, entries }) => (
        <section key={title}>
          <h2>{title}</h2>
          {entries.map((fields, index) => (
            // What is held has no name of its own, and the list never changes.
            <dl key={index} className="panel">
              {fields.map(({ label, value }, place) => (
                <div key={place}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ))}
        </section>
      ))}
      <button type="button" onClick={() => saveAs(personalFile(sections), t('personal.file'))}>
        {t('personal.save')}
      </button>
      <AskErasure proof={proof} />
    </>
  );
}
