// Samples of an office's confirmed outcomes: drawn here, and followed until each has been checked.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import type { SampleShown } from '../../contract/evidence.ts';
import { mostSampled } from '../../domain/evidence/sample.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';

export function Samples({ office, mayEdit }: { readonly office: string; readonly mayEdit: boolean }) {
  const { t } = useText();
  const { keep, busy, trouble } = useKeeping(outcomesQueries.key());
  const [size, setSize] = useState('5');
  const { data } = useQuery(outcomesQueries.listSamples.queryOptions({ input: { officeId: office } }));
  if (data === undefined || (data.population === 0 && data.entries.length === 0)) return null;
  const wanted = Math.min(mostSampled, Math.max(1, Number.parseInt(size, 10) || 1));
  const draw = () =>
    void keep((context) => outcomesApi.drawSample({ officeId: office, size: wanted }, { context }), { said: t('outcomes.samples_drawn') });
  return (
    <Section title={t('outcomes.samples_title')}>
      <Note>{t('outcomes.samples_note')}</Note>
      {data.entries.map((sample) => (
        <OneSample key={sample.id} sample={sample} />
      ))}
      {mayEdit && data.population > 0 && (
        <div className="noprint">
          <TextField name="size" label={t('outcomes.samples_size')} inputMode="numeric" value={size} onChange={setSize} />
          <Buttons after>
            <Button busy={busy} onPress={draw}>
              {t('outcomes.samples_draw', { population: data.population })}
            </Button>
          </Buttons>
        </div>
      )}
      <TroubleNotice trouble={trouble} />
    </Section>
  );
}

function OneSample({ sample }: { readonly sample: SampleShown }) {
  const { t } = useText();
  const formats = useFormats();
  const { outcomes, population, seed, drawnAt } = sample;
  const checked = outcomes.filter(({ checkedAt }) => checkedAt !== null).length;
  const stateOf = ({ title, assurance, checkedAt }: SampleShown['outcomes'][number]): string => {
    if (title === null) return t('outcomes.samples_gone');
    if (checkedAt !== null) return t('outcomes.samples_checked', { day: formats.date(checkedAt, ownZone(), 'table') });
    if (assurance === 'differ') return t('outcomes.samples_differ');
    return t(assurance === 'documented' || assurance === 'verified' ? 'outcomes.samples_open' : 'outcomes.samples_no_paper');
  };
  return (
    <details open={checked < outcomes.length}>
      <summary>
        <b>{t('outcomes.samples_of_one', { checked, size: outcomes.length })}</b>{' '}
        <small>{t('outcomes.samples_facts', { day: formats.date(drawnAt, ownZone(), 'table'), population, seed })}</small>
      </summary>
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome.id}>
            {outcome.title !== null && (
              <Link to="/outcomes/$id" params={{ id: outcome.id }}>
                <Named text={outcome.title} quiet />
              </Link>
            )}{' '}
            <small>{stateOf(outcome)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
