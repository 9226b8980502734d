// A city's office asks to keep its city's entry; who keeps it now answers.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Adoption, City } from '../../contract.ts';
import { citiesApi, citiesQueries } from '../client.ts';

const AskDialog = later(() => import('./ask-dialog.tsx'), 'AskDialog');

/** Requests that wait: those to answer, and one's own. Nothing where there is none. */
export function AskedAdoptions() {
  const { t } = useText();
  const { data } = useQuery(citiesQueries.listAdoptions.queryOptions({ input: { state: 'asked' } }));
  const entries = data?.entries ?? [];
  if (entries.length === 0) return null;
  const toAnswer = entries.filter(({ mayAnswer }) => mayAnswer).length;
  return (
    <Section title={t('cities.adoptions')} {...(toAnswer > 0 ? { count: toAnswer, attention: true } : {})}>
      <AdoptionRows entries={entries} />
    </Section>
  );
}

function AdoptionRows({ entries }: { readonly entries: readonly Adoption[] }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const answer = ({ id: adoptionId, office }: Adoption, approved: boolean) =>
    keep(() => citiesApi.answerAdoption({ adoptionId, approved }), {
      said: t(approved ? 'cities.adoption_approved' : 'cities.adoption_declined', { office: naming(office.name) }),
    });
  return (
    <>
      {action.trouble !== null && <Notice kind="refused">{action.trouble.message}</Notice>}
      <Rows
        wide
        entries={entries.map((adoption) => ({
          key: adoption.id,
          when: formats.date(adoption.askedAt, ownZone(), 'table'),
          what: (
            <>
              <Link to="/cities/$slug" params={{ slug: adoption.city.slug }}>
                <Named text={adoption.city.name} quiet />
              </Link>
              {': '}
              <Named text={adoption.office.name} quiet />
            </>
          ),
          ...(adoption.note === null ? {} : { detail: adoption.note }),
          end: adoption.mayAnswer ? (
            <Buttons>
              <Button busy={action.busy} onPress={() => void answer(adoption, true)}>
                {t('cities.approve')}
              </Button>
              <Button kind="text" busy={action.busy} onPress={() => void answer(adoption, false)}>
                {t('cities.decline')}
              </Button>
            </Buttons>
          ) : (
            <span className="muted">{t('cities.waits_for_answer')}</span>
          ),
        }))}
      />
    </>
  );
}

/** Offered to a city's office that has no city yet, on a city that has no office yet. */
export function AskForCity({ city }: { readonly city: City }) {
  const { t } = useText();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const office = session?.offices.find(({ kind, role }) => kind === 'city' && role !== 'viewer');
  if (city.officeId !== null || office === undefined) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('cities.ask_adoption')}</Button>
      {open && <AskDialog city={city} office={office.id} onClose={() => setOpen(false)} />}
    </>
  );
}
