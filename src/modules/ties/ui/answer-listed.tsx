// The answer of a side where what the other one says is only listed: a press agrees or says that we cannot tell; what differs is told on the tie's page.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { TieAttribute } from '../domain/attributes.ts';
import type { ItemState } from '../domain/happenings.ts';
import { askedIn, cannotSay, useAnswering } from './answer-of.tsx';
import { tiesApi, tiesQueries } from './client.ts';

interface ListedWordProps {
  readonly tieId: string;
  readonly office: string;
  readonly attribute: TieAttribute;
  /** Our answer stands, and the other side does not see it. */
  readonly isUnseen: boolean;
  /** What it is of, for ears. */
  readonly of: string;
}

export function AnswerListedWord({ tieId, office, attribute, isUnseen, of }: ListedWordProps) {
  const { t } = useText();
  const naming = useNaming();
  const queryClient = useQueryClient();
  const { say, reveal, busy, trouble } = useAnswering();
  // Read anew when it is answered: what was said meanwhile is not answered unseen.
  const read = async () => {
    const tie = await queryClient.fetchQuery(tiesQueries.getTie.queryOptions({ input: { tie: tieId } }));
    const asked = askedIn(tie, office, attribute);
    return asked === null
      ? null
      : { tie, office, attribute, other: asked.other, city: naming(tie.cities[asked.side].name), theirs: asked.theirs, ours: asked.ours };
  };
  return (
    <>
      <TextAction aria-label={`${t('ties.we_agree')} – ${of}`} disabled={busy} onPress={() => void say(read, ({ theirs }) => theirs.value)}>
        {t('ties.we_agree')}
      </TextAction>
      {isUnseen && (
        <TextAction aria-label={`${t('ties.show_our_answer')} – ${of}`} disabled={busy} onPress={() => void reveal(read)}>
          {t('ties.show_our_answer')}
        </TextAction>
      )}
      <Differs tieId={tieId} at={`said-${attribute}`} of={of} />
      <TextAction aria-label={`${t('ties.we_cannot_say')} – ${of}`} disabled={busy} onPress={() => void say(read, () => cannotSay)}>
        {t('ties.we_cannot_say')}
      </TextAction>
      <TroubleNotice trouble={trouble} />
    </>
  );
}

/** With what it differs is told where it stands. */
function Differs({ tieId, at, of }: { readonly tieId: string; readonly at: string; readonly of: string }) {
  const { t } = useText();
  return (
    <Link to="/ties/$slug" params={{ slug: tieId }} hash={at} aria-label={`${t('ties.we_differ')} – ${of}`}>
      {t('ties.we_differ')}
    </Link>
  );
}

interface ListedItemProps {
  readonly tieId: string;
  readonly itemId: string;
  readonly office: string;
  readonly state: ItemState;
  readonly of: string;
}

/** Says of an agreed item what the other side says of it. */
export function AnswerListedItem({ tieId, itemId, office, state, of }: ListedItemProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const agree = () =>
    void keep(() => tiesApi.sayItemState({ itemId, office, state }), { said: t('ties.our_word_is', { state: t(`ties.item_${state}`) }) });
  return (
    <>
      <TextAction aria-label={`${t('ties.we_agree')} – ${of}`} disabled={action.busy} onPress={agree}>
        {t('ties.we_agree')}
      </TextAction>
      <Differs tieId={tieId} at="agreements" of={of} />
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
