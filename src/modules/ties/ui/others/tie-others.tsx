// What offices of neither city say of a tie: to its desks, which decide, and to the office that says it, which sees whether it is heard.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Note, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { OfOthers, Tie } from '../../contract/shapes.ts';
import { tiesApi } from '../client.ts';
import { TakeUp } from './take-up.tsx';

export function TieOthers({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <Section id="of-others" title={t('ties.of_others')}>
      <Note>{t('ties.of_others_note')}</Note>
      <Rows
        wide
        label={t('ties.of_others')}
        entries={tie.ofOthers.map((thing) => ({
          key: thing.id,
          when: thing.date === null ? null : formats.spelt(formats.flexDate(thing.date, 'table')),
          what: thing.title === null ? t('ties.party_not_shared') : <Named text={thing.title} />,
          detail: <Detail tie={tie} thing={thing} />,
        }))}
      />
    </Section>
  );
}

function Detail({ tie, thing }: { readonly tie: Tie; readonly thing: OfOthers }) {
  const { t } = useText();
  const naming = useNaming();
  const said = t(`ties.others_${thing.kind}`, { office: naming(thing.office.name) });
  return (
    <>
      {said}
      {thing.source !== null && (
        <small>
          <SourceName source={thing.source} office={thing.office.name} />
          {thing.source.passage !== null && (
            <>
              {' '}
              <q>{thing.source.passage}</q>
            </>
          )}
        </small>
      )}
      {thing.differing.map(({ office, words, reply }) => (
        <small key={office.id}>
          {t('ties.others_differ', { office: naming(office.name), words })}
          {reply !== null && <> {t(`ties.reply_${reply}`, { office: naming(thing.office.name) })}</>}
        </small>
      ))}
      {thing.decisions.length === 0 && <small>{t(thing.heard ? 'ties.others_heard' : 'ties.others_not_heard')}</small>}
      {thing.decisions.map(({ office, takesUp }) => (
        <TakeUp
          key={office}
          takesUp={takesUp}
          decide={(next) => tiesApi.takeUp({ tieId: tie.id, office, thingId: thing.id, takesUp: next })}
        />
      ))}
    </>
  );
}
