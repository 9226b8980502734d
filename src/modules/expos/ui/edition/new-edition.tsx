// Opening an edition: what, where, when; everything else comes from a file or by hand afterwards.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons, ButtonLink } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Form, type FieldProblem } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useNaming } from '#design/named.tsx';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useSession, type Session } from '#modules/accounts/ui/session.ts';
import { exposApi, exposQueries } from '../client.ts';
import { AddExpo } from './expo-field.tsx';
import { organisingOffices } from './organising.ts';
import { daysWrong, draftOf, EditionFields, isDay, sentOf, withKnown } from './form.tsx';
import { useSentences } from '../local-problems.ts';

type Office = Session['offices'][number];

export function NewEditionPage() {
  const { t } = useText();
  const session = useSession();
  const offices = organisingOffices(session).filter(({ role }) => role !== 'viewer');
  return (
    <>
      <Title title={t('expos.open_edition')} crumb={<Link to="/editions">{t('expos.editions')}</Link>} />
      {session === undefined && <Skeleton lines={6} />}
      {session !== undefined && offices[0] === undefined && (
        <Empty heading={t('expos.organisers_only')} actions={<ButtonLink to="/editions">{t('expos.editions')}</ButtonLink>}>
          {t('expos.organisers_only_text')}
        </Empty>
      )}
      {offices[0] !== undefined && <NewEdition first={offices[0]} offices={offices} />}
    </>
  );
}

function NewEdition({ first, offices }: { readonly first: Office; readonly offices: readonly Office[] }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const navigate = useNavigate();
  const sentences = useSentences();
  const { keep, ...action } = useKeeping(exposQueries.key());
  const [office, setOffice] = useState(first.id);
  // An office holds its editions where it held the last one; where the browser is says nothing of the venue of its first.
  const latest = useQuery(exposQueries.listEditions.queryOptions({ input: { organiser: office, limit: 1 } })).data?.entries[0];
  const [typed, setDraft] = useState(() => draftOf(null));
  // null until one was chosen.
  const [zone, setZone] = useState<string | null>(null);
  const draft = { ...typed, timeZone: zone ?? latest?.timeZone ?? '' };
  const [asksPast, setAsksPast] = useState(false);
  const [known, setKnown] = useState<readonly FieldProblem[]>([]);
  const { problems = [], ...told } = formTrouble(action);
  const open = () =>
    keep((context) => exposApi.createEdition({ ...sentOf(draft), office }, { context }), {
      said: ({ name }) => t('expos.edition_opened', { name: naming(name) }),
      after: ({ slug }) => navigate({ to: '/editions/$slug/setup', params: { slug } }),
    });
  return (
    <Section title={t('expos.facts')} aside={t('expos.private_until_published')}>
      <KeepTyped>
        <Form
          {...told}
          problems={problems.length === 0 ? problems : withKnown(problems, known)}
          onSubmit={() => {
            const wrong = daysWrong(draft, []);
            setKnown(sentences(wrong));
            if (wrong.length === 0 && isDay(draft.lastDay) && draft.timeZone !== '' && draft.lastDay < dayOf(Date.now(), draft.timeZone))
              setAsksPast(true);
            else void open();
          }}
        >
          {offices.length > 1 && (
            <SelectField
              name="office"
              label={t('expos.organiser')}
              value={office}
              onChange={(chosen) => {
                setOffice(chosen);
                setDraft({ ...typed, expoId: '' });
              }}
              options={offices.map(({ id, name }) => ({ value: id, text: naming(name) }))}
            />
          )}
          <EditionFields
            office={office}
            draft={draft}
            zoneIsPreset={zone === null && latest !== undefined}
            onZone={setZone}
            onChange={setDraft}
          />
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('expos.open_edition')}
            </Button>
            <ButtonLink kind="text" to="/editions">
              {t('design.cancel')}
            </ButtonLink>
          </Buttons>
        </Form>
      </KeepTyped>
      <Confirm
        open={asksPast}
        onClose={() => setAsksPast(false)}
        title={t('expos.past_days_title')}
        confirmText={t('expos.past_days_do')}
        onConfirm={() => {
          setAsksPast(false);
          void open();
        }}
      >
        <p>{t('expos.past_days_text', { day: isDay(draft.lastDay) ? formats.day(draft.lastDay, 'text') : '' })}</p>
      </Confirm>
      <AddExpo office={office} onAdded={(expoId) => setDraft((before) => ({ ...before, expoId }))} />
    </Section>
  );
}
