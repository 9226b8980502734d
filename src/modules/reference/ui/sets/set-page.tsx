// One set: whose word it is, who sees it, its ties, and the imports it came by.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, TextAction } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Columns, Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { recordingOffice } from '#modules/cities/ui/city/cities-page.tsx';
import { referenceQueries } from '../client.ts';
import { isTurning, type ReferenceSet } from '../places/answers.ts';
import { EditSet } from './edit-set.tsx';
import { ImportHistory } from '../import/history.tsx';
import { Opening } from './opening.tsx';
import { SetFacts } from './set-facts.tsx';
import { SetTies } from './set-ties.tsx';
import { TakingHistory } from '../listings/taking-history.tsx';

const AGAIN_MS = 1000;

/** A set, asked for again while it is being opened or closed. */
export const setQuery = (setId: string) => ({
  ...referenceQueries.getReferenceSet.queryOptions({ input: { setId } }),
  refetchInterval: ({ state: { data } }: { readonly state: { readonly data?: ReferenceSet | undefined } }): number | false =>
    data !== undefined && isTurning(data) ? AGAIN_MS : false,
});

export function SetPage() {
  const { t } = useText();
  const { set: setId } = useParams({ from: '/reference/$set' });
  const data = useRead(setQuery(setId));
  if (data === undefined) return <Skeleton label={t('reference.set')} lines={6} />;
  return <Shown set={data} />;
}

function Shown({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const office = recordingOffice(useSession());
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Title title={naming(set.name)} crumb={<Link to="/reference">{t('reference.sets')}</Link>} note={t('reference.not_our_word')}>
        <Named text={set.name} />
      </Title>
      <Sentence>
        {set.ties === 0
          ? t('reference.lists_none')
          : t('reference.lists_ties', { count: set.ties, number: formats.number(set.ties), office: naming(set.office.name) })}
      </Sentence>
      <Columns>
        <Section
          span={6}
          title={t('reference.what_it_is')}
          aside={set.mayEdit ? <TextAction onPress={() => setEditing(true)}>{t('reference.edit')}</TextAction> : undefined}
        >
          <SetFacts set={set} />
        </Section>
        {set.mayEdit && <Opening set={set} />}
      </Columns>
      {set.mayEdit && (
        <Section
          title={t('reference.imports')}
          aside={
            <ButtonLink kind={set.ties === 0 ? 'go' : 'plain'} to="/reference/$set/import" params={{ set: set.id }}>
              {t('reference.import')}
            </ButtonLink>
          }
        >
          <ImportHistory setId={set.id} />
        </Section>
      )}
      {office !== undefined && <TakingHistory setId={set.id} office={office.id} />}
      <SetTies set={set} />
      {editing && <EditSet set={set} onClose={() => setEditing(false)} />}
    </>
  );
}
