// The head of the page that a letter's link opens: who asks, through whom, whom, and what was announced.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Rich } from '#design/page.tsx';
import type { FollowUpQuestion } from '../../contract/follow-up.ts';
import type { FollowUpAnswer } from '../../domain/follow-up/fate.ts';
import './follow-up.css';

export type AskedShown = NonNullable<FollowUpQuestion['asked']>;

/** The water level of an answer; always beside its word. */
export const FateMark = ({ answer }: { readonly answer: FollowUpAnswer }) => <span className={`fate ${answer}`} aria-hidden="true" />;

/** By whom, through whom and whom. */
export function useFrom(
  { office }: Pick<FollowUpQuestion, 'office'>,
  { through, company }: Pick<AskedShown, 'through' | 'company'>,
): string {
  const { t } = useText();
  const naming = useNaming();
  const words = { office: naming(office), company: naming(company) };
  return through === null ? t('outcomes.fu_from', words) : t('outcomes.fu_from_through', { ...words, through: naming(through) });
}

/** When it was said, at the precision of its date. */
export function useAnnouncedOn({ valueDate, announcedOn }: Pick<AskedShown, 'valueDate' | 'announcedOn'>): string {
  const formats = useFormats();
  return valueDate === null ? formats.day(announcedOn) : formats.spelt(formats.flexDate(valueDate));
}

export function AskedBlock({ asked }: { readonly asked: AskedShown }) {
  const { t } = useText();
  const formats = useFormats();
  const when = useAnnouncedOn(asked);
  return (
    <div className="tap-asked">
      <p>
        <b>
          <Named text={asked.title} />
        </b>
      </p>
      {asked.amount !== null && <p className="tap-amount">{formats.spelt(formats.money(asked.amount, asked.qualifier, 'text'))}</p>}
      <p>
        <Rich text={t(`outcomes.fu_announced_${asked.stage}`, { when })} />
      </p>
    </div>
  );
}
