// What was learned: of this edition's own answers, for later ones; of earlier editions of the same organiser, which counts here unless it is switched off.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Note, Section } from '#design/page.tsx';
import { matchingApi, matchingQueries } from '#modules/matching/ui/client.ts';
import { meetingsApi } from '../client.ts';
import type { Edition } from '../edition/answers.ts';

type Learned = Awaited<ReturnType<(typeof matchingApi)['getLearned']>>;
type Part = Learned['earlier']['parts'][number];

interface LearnedProps {
  readonly edition: Edition;
  readonly setting: Awaited<ReturnType<(typeof matchingApi)['getSuggesting']>>;
}

export function WhatWasLearned({ edition, setting }: LearnedProps) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(matchingQueries.getLearned.queryOptions({ input: { editionId: edition.id } }));
  const { keep, ...action } = useKeeping();
  if (data === undefined) return null;
  const { own, earlier } = data;
  const put = (learns: boolean) => {
    const { isOn, share } = setting;
    void keep(
      () => matchingApi.changeSuggesting({ editionId: edition.id, isOn, share, learns }, { context: { ifMatch: setting.version } }),
      { said: t(learns ? 'meetings.learned_used' : 'meetings.learned_unused') },
    );
  };
  const learn = () =>
    void keep((context) => meetingsApi.learnFromEdition({ editionId: edition.id }, { context }), {
      said: ({ answers }) => t('meetings.learned_kept', { count: answers }),
    });
  return (
    <Section title={t('meetings.learned_title')} aside={t('meetings.learned_note')} id="learned">
      {earlier.editions === 0 ? (
        <p className="muted">{t('meetings.learned_none')}</p>
      ) : (
        <>
          <p>{t(data.learns ? 'meetings.learned_on' : 'meetings.learned_off', { count: earlier.editions })}</p>
          <Parts parts={earlier.parts} />
          <Buttons after>
            <Button busy={action.busy} onPress={() => put(!data.learns)}>
              {t(data.learns ? 'meetings.learned_switch_off' : 'meetings.learned_switch_on')}
            </Button>
          </Buttons>
        </>
      )}
      {own !== null && (
        <>
          <p>{t('meetings.learned_own', { at: formats.date(own.at, edition.timeZone) })}</p>
          <Parts parts={own.parts} />
        </>
      )}
      {action.trouble !== null && <Note>{action.trouble.message}</Note>}
      <Buttons after>
        <Button busy={action.busy} onPress={learn}>
          {t(own === null ? 'meetings.learned_learn' : 'meetings.learned_again')}
        </Button>
      </Buttons>
    </Section>
  );
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <DataTable
      caption={t('meetings.learned_title')}
      keepColumns
      rows={parts}
      rowKey={({ part }) => part}
      columns={[
        { key: 'part', head: t('meetings.learned_part'), naming: true, cell: ({ part }) => t(`meetings.learned_${part}`) },
        {
          key: 'with',
          head: t('meetings.learned_with'),
          end: true,
          cell: ({ acceptedWith, answeredWith }) => t('meetings.learned_of', { accepted: acceptedWith, answered: answeredWith }),
        },
        {
          key: 'without',
          head: t('meetings.learned_without'),
          end: true,
          cell: ({ acceptedWithout, answeredWithout }) =>
            t('meetings.learned_of', { accepted: acceptedWithout, answered: answeredWithout }),
        },
        { key: 'factor', head: t('meetings.learned_factor'), end: true, cell: ({ factor }) => `× ${formats.number(factor)}` },
      ]}
    />
  );
}
