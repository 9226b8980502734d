// A set is begun: what it is, where it is from, under which licence. Two that everybody knows fill the form by themselves.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { recordingOffice } from '#modules/cities/ui/city/cities-page.tsx';
import { ownSource, sourceOfDraft, SourceFields, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import { referenceApi, referenceQueries } from '../client.ts';
import { knownSets, templates, type KnownSet } from './known-sets.ts';
import { factsOf, SetFields, type SetDraft } from './set-fields.tsx';

export function NewSetPage() {
  const { t } = useText();
  const office = recordingOffice(useSession());
  return (
    <>
      <Title title={t('reference.new_set')} crumb={<Link to="/reference">{t('reference.sets')}</Link>} />
      <Sentence>{t('reference.new_set_sentence')}</Sentence>
      {office === undefined ? <Notice kind="refused">{t('reference.only_registers')}</Notice> : <NewSet office={office.id} />}
    </>
  );
}

function factsFrom(known: KnownSet): SetDraft {
  const { name, licence, licenceAddress, credit } = templates[known];
  return { name, licence, licenceAddress, credit, classCode: known === 'other' ? '' : 'sister_city' };
}

function sourceFrom(known: KnownSet): SourceDraft {
  const { sourceTitle, publisher, address } = templates[known];
  const sourceClass = known === 'other' ? 'unknown' : 'encyclopaedia';
  return { ...ownSource, origin: 'new', class: sourceClass, title: sourceTitle, publisher, address };
}

function NewSet({ office }: { readonly office: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const [known, setKnown] = useState<KnownSet>('wikidata');
  const [facts, setFacts] = useState<SetDraft>(() => factsFrom('wikidata'));
  const [source, setSource] = useState<SourceDraft>(() => sourceFrom('wikidata'));
  const begin = (chosen: string) => {
    const next = knownSets.find((one) => one === chosen) ?? 'other';
    setKnown(next);
    setFacts(factsFrom(next));
    setSource(sourceFrom(next));
  };
  const make = () => {
    // What the set's ties may be used for is what its source says.
    const said = sourceOfDraft({ ...source, licence: facts.licence, credit: facts.credit }) ?? {};
    void keep((context) => referenceApi.createReferenceSet({ office, ...factsOf(facts), source: said }, { context }), {
      after: ({ id }) => navigate({ to: '/reference/$set/import', params: { set: id } }),
    });
  };
  return (
    <Section title={t('reference.what_it_is')}>
      <KeepTyped>
        <Form {...formTrouble(action)} onSubmit={make}>
          <ChoiceField
            name="known"
            label={t('reference.known_set')}
            options={knownSets.map((one) => ({ value: one, text: t(`reference.known_${one}`) }))}
            value={known}
            onChange={begin}
          />
          <SetFields value={facts} onChange={(change) => setFacts({ ...facts, ...change })} />
          <details open={known === 'other'} className="spaced" key={known}>
            <summary>{source.title === '' ? t('reference.source') : t('reference.source_is', { title: source.title })}</summary>
            <SourceFields name="source" office={office} value={source} onChange={setSource} termsElsewhere alone />
          </details>
          <p className="note">{t('reference.begins_apart')}</p>
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('reference.make_set')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
    </Section>
  );
}
