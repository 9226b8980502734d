// What our office answered today, each with the way back; tomorrow it stands where it belongs.
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { evidenceApi } from '#modules/evidence/ui/client.ts';
import { outcomesApi } from '#modules/outcomes/ui/client.ts';
import { decideOn, replyTo, sayOfExchange, takeItemBack } from '#modules/ties/ui/answer-listed.ts';
import { useAttributeName } from '#modules/ties/ui/words.tsx';
import type { AnsweredShown, AnswerList } from '../../contract/answers.ts';

export function AnsweredToday({ list }: { readonly list: AnswerList }) {
  const { t } = useText();
  if (list.answered.length === 0) return null;
  return (
    <Section title={t('desk.answered_today')} count={list.answered.length}>
      <ul className="answered">
        {list.answered.map((given) => (
          <Given key={given.key} given={given} list={list} />
        ))}
      </ul>
    </Section>
  );
}

function Given({ given, list: { office, mayEdit } }: { readonly given: AnsweredShown; readonly list: AnswerList }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const attributeName = useAttributeName();
  const { keep, ...action } = useKeeping();
  const { at, city, title, attribute, answer } = given;
  const of =
    attribute === null ? (title === null ? t('outcomes.not_named') : naming(title)) : attributeName(attribute.name, attribute.sides);
  const back = () => keep(() => takeBack(given, office, t('ties.answer_taken_back')), { said: t('desk.taken_back') });
  return (
    <li>
      <span>{formats.time(at, ownZone())}</span>
      <span>
        {city !== null && (
          <>
            <Named text={city} quiet />
            {t('ties.colon')}
          </>
        )}
        {of}
        {t('desk.after_what')}
        <b>{t(`desk.gave_${answer}`)}</b>
        <TroubleNotice trouble={action.trouble} />
      </span>
      {mayEdit && (
        <TextAction disabled={action.busy} aria-label={`${t('desk.take_back')} – ${of}`} onPress={() => void back()}>
          {t('desk.take_back')}
        </TextAction>
      )}
    </li>
  );
}

function takeBack({ undo }: AnsweredShown, office: string, reason: string): Promise<unknown> {
  switch (undo.kind) {
    case 'figure': {
      const { outcomeId, stage, through, isPublic } = undo;
      const visibility = isPublic ? ('public' as const) : ('shared' as const);
      return outcomesApi.confirmStage({ outcomeId, office, stage, through, verdict: 'withdraws', visibility });
    }
    case 'said':
      return evidenceApi.withdrawStatement({ statementId: undo.statementId, reason }, { context: { ifMatch: undo.version } });
    case 'item':
      return takeItemBack(undo.itemId, office);
    case 'exchange':
      return sayOfExchange({ exchangeId: undo.exchangeId, office, verdict: null });
    case 'outcome':
      return outcomesApi.takeUpOutcome({ outcomeId: undo.outcomeId, office, takesUp: null });
    case 'reply':
      return replyTo({ ...undo, office, verdict: null });
    case 'thing':
      return decideOn({ tieId: undo.tieId, thingId: undo.thingId, office, takesUp: null });
  }
}
