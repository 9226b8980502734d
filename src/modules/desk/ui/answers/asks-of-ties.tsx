// What the other sides of our ties say, each with its answers: statements, agreed items, exchanges.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import { replyTo, sayOfExchange, useListedItem, useListedWord } from '#modules/ties/ui/answer-listed.ts';
import { useAttributeName, useCodeName, useExchangeKind } from '#modules/ties/ui/words.tsx';
import type { AnswerEntry } from '../../contract/answers.ts';
import { AskLine, Ours, type Asking } from './ask-line.tsx';
import type { Choice } from './four.tsx';
import { DiffersExchange, DiffersItem, DiffersWord } from './differs-of-tie.tsx';

interface AskProps<K extends AnswerEntry['kind']> extends Asking {
  readonly entry: Extract<AnswerEntry, { kind: K }>;
}

/** Who says it, of what kind, and where. */
function Who({ entry, kind, children }: { readonly entry: AnswerEntry; readonly kind: string; readonly children?: ReactNode }) {
  const { t } = useText();
  return (
    <>
      <Named text={entry.office.name} quiet />
      {t('ties.comma')}
      {kind}
      {children !== undefined && t('ties.comma')}
      {children}
    </>
  );
}

export function WordAsk({ entry, ...asking }: AskProps<'said'>) {
  const { t } = useText();
  const naming = useNaming();
  const { list } = asking;
  const { tieId, attribute, sides, theirs, ours, isUnseen, slug } = entry;
  const codeName = useCodeName(list.classes);
  const of = useAttributeName()(attribute, sides);
  const word = useListedWord({ tieId, office: list.office, attribute });
  const city = entry.city === null ? naming(entry.office.name) : naming(entry.city.name);
  const choices: readonly Choice[] = [
    { key: 'agree', text: t('desk.as_they_say'), onPress: word.agree },
    ...(isUnseen ? [{ key: 'show', text: t('ties.show_our_answer'), onPress: word.reveal }] : []),
    { key: 'not_known', text: t('desk.not_known'), onPress: word.notKnown },
  ];
  const name = t('desk.named_of', { who: city, what: of });
  return (
    <AskLine
      {...{ entry, name, choices, ...asking }}
      action={word}
      who={
        <Who entry={entry} kind={t('desk.kind_said')}>
          <SourceName source={theirs.source} />
        </Who>
      }
      said={
        <Link to="/ties/$slug" params={{ slug }} hash={`said-${attribute}`}>
          {of}
          {t('ties.colon')}
          <b>
            <Value value={theirs.value} style="table" codeName={codeName} />
          </b>
        </Link>
      }
      ours={<Ours {...{ ours, isUnseen, codeName }} />}
      form={(close) => <DiffersWord entry={entry} office={list.office} name={name} onClose={close} />}
    />
  );
}

export function ItemAsk({ entry, ...asking }: AskProps<'item'>) {
  const { t } = useText();
  const naming = useNaming();
  const { itemId, title, agreement, state, ours, slug } = entry;
  const { office } = asking.list;
  const { say, ...action } = useListedItem({ itemId, office });
  const name = t('desk.named_of', { who: naming(entry.city?.name ?? entry.office.name), what: naming(title) });
  return (
    <AskLine
      {...{ entry, name, action, ...asking }}
      choices={[
        { key: 'agree', text: t('desk.as_they_say'), onPress: () => say(state ?? 'open') },
        { key: 'not_known', text: t('desk.not_known'), onPress: () => say('cannot_say') },
      ]}
      who={
        <Who entry={entry} kind={t('desk.kind_item')}>
          <Named text={agreement} quiet />
        </Who>
      }
      said={
        <Link to="/ties/$slug" params={{ slug }} hash="agreements">
          <Named text={title} quiet />
          {t('ties.colon')}
          <b>{state === null ? t('desk.item_entered') : t(`ties.item_${state}`)}</b>
        </Link>
      }
      ours={ours === null ? t('desk.nothing_held') : `${t('desk.held')}${t(`ties.item_${ours}`)}`}
      form={(close) => <DiffersItem entry={entry} office={office} name={name} onClose={close} />}
    />
  );
}

export function ExchangeAsk({ entry, ...asking }: AskProps<'exchange'>) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { exchangeId, title, starts, happening: kind, fromSide, source, slug, sides } = entry;
  const kindOf = useExchangeKind();
  const { office } = asking.list;
  const { keep, ...action } = useKeeping();
  const say = (verdict: 'confirms' | 'cannot_say') =>
    keep(() => sayOfExchange({ exchangeId, office, verdict }), {
      said: t('desk.answer_sent'),
      undo: () => sayOfExchange({ exchangeId, office, verdict: null }),
    });
  const name = t('desk.named_of', { who: naming(entry.city?.name ?? entry.office.name), what: naming(title) });
  return (
    <AskLine
      {...{ entry, name, action, ...asking }}
      choices={[
        { key: 'agree', text: t('desk.as_they_say'), onPress: () => say('confirms') },
        { key: 'not_known', text: t('desk.not_known'), onPress: () => say('cannot_say') },
      ]}
      who={
        <Who entry={entry} kind={kindOf({ kind, fromSide }, [sides.a, sides.b])}>
          {source !== null && <SourceName source={source} />}
        </Who>
      }
      said={
        <Link to="/ties/$slug" params={{ slug }} hash="happened">
          <Named text={title} quiet />
          {t('ties.comma')}
          <b>{formats.spelt(formats.flexDate(starts, 'table'))}</b>
        </Link>
      }
      ours={t('desk.nothing_held')}
      form={(close) => <DiffersExchange entry={entry} office={office} name={name} onClose={close} />}
    />
  );
}

/** What we entered of a tie of others, and what its desk says it was instead: so it is, we stand by ours, or we do not know. */
export function OtherwiseAsk({ entry, ...asking }: AskProps<'otherwise'>) {
  const { t } = useText();
  const naming = useNaming();
  const { tieId, thingId, thing, words } = entry;
  const { office } = asking.list;
  const { keep, ...action } = useKeeping();
  const put = (verdict: 'agrees' | 'maintains' | 'cannot_say' | null) => replyTo({ tieId, thingId, to: entry.office.id, office, verdict });
  const say = (verdict: 'agrees' | 'maintains' | 'cannot_say') =>
    keep(() => put(verdict), { said: t('desk.answer_sent'), undo: () => put(null) });
  const title = entry.title === null ? t('outcomes.not_named') : naming(entry.title);
  return (
    <AskLine
      {...{ entry, action, ...asking }}
      name={t('desk.named_of', { who: naming(entry.office.name), what: title })}
      choices={[
        { key: 'agree', text: t('desk.as_they_say'), onPress: () => say('agrees') },
        { key: 'maintain', text: t('desk.gave_maintained'), onPress: () => say('maintains') },
        { key: 'not_known', text: t('desk.not_known'), onPress: () => say('cannot_say') },
      ]}
      who={<Who entry={entry} kind={t(`desk.otherwise_${thing}`)} />}
      said={
        <>
          <Link to="/ties/$slug" params={{ slug: tieId }} hash="of-others">
            {entry.title === null ? title : <Named text={entry.title} quiet />}
          </Link>
          {t('ties.colon')}
          <b>{words}</b>
        </>
      }
      ours={t('desk.otherwise_ours')}
      form={null}
    />
  );
}
