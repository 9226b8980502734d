// The answer of a side where what the other one says is only listed.
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { TieAttribute } from '../domain/attributes.ts';
import type { ItemState } from '../domain/happenings.ts';
import type { Reply } from '../domain/taking.ts';
import { askedIn, cannotSay, useAnswering } from './answer-of.tsx';
import { tiesApi, tiesQueries } from './client.ts';

interface ListedWord {
  readonly tieId: string;
  readonly office: string;
  readonly attribute: TieAttribute;
}

/** Our word on what the other side states of a tie: the same, another value, that we cannot say; or it is shown an answer that stands. */
export function useListedWord({ tieId, office, attribute }: ListedWord) {
  const naming = useNaming();
  const queryClient = useQueryClient();
  const { say, reveal, ...action } = useAnswering();
  // Read anew when it is answered: what was said meanwhile is not answered unseen.
  const read = async () => {
    const tie = await queryClient.fetchQuery(tiesQueries.getTie.queryOptions({ input: { tie: tieId } }));
    const asked = askedIn(tie, office, attribute);
    return asked === null
      ? null
      : { tie, office, attribute, other: asked.other, city: naming(tie.cities[asked.side].name), theirs: asked.theirs, ours: asked.ours };
  };
  return {
    ...action,
    agree: () => say(read, ({ theirs }) => theirs.value),
    differ: (value: StatedValue) => say(read, () => value),
    notKnown: () => say(read, () => cannotSay),
    reveal: () => reveal(read),
  };
}

/** Our word on an agreed item, with the way back. */
export function useListedItem({ itemId, office }: { readonly itemId: string; readonly office: string }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const put = (state: ItemState | null) => tiesApi.sayItemState({ itemId, office, state });
  const say = (state: ItemState) =>
    keep(() => put(state), { said: t('ties.our_word_is', { state: t(`ties.item_${state}`) }), undo: () => put(null) });
  return { ...action, say };
}

/** What we hold of an exchange that somebody else entered; null takes it back. */
export const sayOfExchange = tiesApi.sayOfExchange;

/** Takes up or leaves what a third party says of a tie; null takes the decision back. */
export const decideOn = tiesApi.takeUp;

/** Answers the desk that says what we entered of its tie was otherwise; null takes that back. */
export const replyTo = ({ tieId, thingId, to, office, verdict }: Replied) => tiesApi.replyToDesk({ tieId, thingId, to, office, verdict });

interface Replied {
  readonly tieId: string;
  readonly thingId: string;
  readonly to: string;
  readonly office: string;
  readonly verdict: Reply | null;
}

/** Takes an agreed item's last word back. */
export const takeItemBack = (itemId: string, office: string) => tiesApi.sayItemState({ itemId, office, state: null });
