// What is chosen on the plan, in words: who stands there, how large it is, and how to come to it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Gap, Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { areaOf } from '../../domain/floor/plan.ts';
import { minutesFor, type Way } from '../../domain/floor/way.ts';
import type { FloorSearch } from './floor-search.ts';
import { useHallWords } from '../places/hall-words.ts';
import { hallFrom, keysOf, type HallPlan, type ShownHall, type ShownStand } from './shown-hall.ts';

interface ChosenProps {
  readonly plan: HallPlan;
  readonly shown: ShownHall;
  readonly search: FloorSearch;
  readonly way: Way | null | undefined;
}

export function Chosen({ plan, shown, search, way }: ChosenProps) {
  const { t } = useText();
  const nameOf = useNameOf();
  const hallWords = useHallWords();
  const { from, to } = search;
  const away = hallFrom(search);
  const stand = shown.stands.find(({ code }) => `stand-${code}` === to);
  const isHere = keysOf(shown, to).length > 0 || stand !== undefined;
  const { code } = shown.hall;
  return (
    <>
      <div role="status">
        {search.hall !== undefined && search.hall !== code && (
          <p>{t('expos.floor_no_hall', { hall: hallWords(search.hall), shown: hallWords(code) })}</p>
        )}
        {to !== undefined && !isHere && <p>{t('expos.floor_not_here', { named: nameOf(to) })}</p>}
        {to === undefined || !isHere ? (
          <p className="note noprint">{t('expos.floor_nothing_chosen')}</p>
        ) : (
          <p className="lead">
            <b>{nameOf(to)}</b>
          </p>
        )}
        {away !== null && <FromHall {...{ plan, shown, away }} />}
        {way !== undefined && from !== undefined && to !== undefined && (
          <WayWords {...{ way, from: away === null ? nameOf(from) : t('expos.floor_entrance'), to: nameOf(to) }} />
        )}
      </div>
      {stand !== undefined && <StandWords {...{ shown, stand }} />}
      <OtherHalls {...{ plan, shown }} />
    </>
  );
}

/** On foot from another hall to this one, as it was entered. */
function FromHall({ plan, shown, away }: Pick<ChosenProps, 'plan' | 'shown'> & { readonly away: string }) {
  const { t } = useText();
  const hallWords = useHallWords();
  const here = shown.hall.code;
  const walk = plan.walks.find(({ from, to }) => (from === away && to === here) || (from === here && to === away));
  const words = { from: hallWords(away), to: hallWords(here) };
  if (walk === undefined) return <p>{t('expos.floor_walk_unknown', words)}</p>;
  return <p>{t('expos.floor_walk', { ...words, minutes: t('expos.minutes_on_foot', { count: walk.minutes }) })}</p>;
}

/** Table 12, stand A-11: as an address names them. */
function useNameOf(): (named: string) => string {
  const { t } = useText();
  return (named) => {
    const code = named.slice(named.indexOf('-') + 1);
    return named.startsWith('table-') ? t('expos.table_named', { code }) : t('expos.stand_named', { code });
  };
}

function WayWords({ way, from, to }: { readonly way: Way | null; readonly from: string; readonly to: string }) {
  const { t } = useText();
  const formats = useFormats();
  if (way === null) return <p>{t('expos.floor_no_way')}</p>;
  const minutes = t('expos.minutes_on_foot', { count: minutesFor(way) });
  return (
    <p>
      {t('expos.floor_way', { from, to, minutes, metres: formats.number(Math.round(way.length / 100)) })}
      <Gap />
      <span className="note">{t('expos.floor_way_note')}</span>
    </p>
  );
}

function StandWords({ shown, stand: { code, area, exhibitors } }: { readonly shown: ShownHall; readonly stand: ShownStand }) {
  const { t } = useText();
  const formats = useFormats();
  const drawn = areaOf(shown.rectangles.filter((one) => one.kind === 'stand' && one.code === code));
  const sizes = [
    ...(area === null ? [] : [t('expos.floor_area_let', { area: formats.number(area) })]),
    ...(drawn === 0 || drawn === area ? [] : [t('expos.floor_area_drawn', { area: formats.number(drawn) })]),
  ];
  const title = exhibitors.length === 0 ? t('expos.stand_named', { code }) : t('expos.floor_at_stand', { count: exhibitors.length });
  return (
    <Section title={title} aside={sizes.length === 0 ? undefined : formats.list(sizes)}>
      {exhibitors.length === 0 ? (
        <p>{t('expos.floor_vacant')}</p>
      ) : (
        <ol className="floornames">
          {exhibitors.map(({ participantId, name, isLead }) => (
            <li key={participantId}>
              {isLead && exhibitors.length > 1 ? (
                <>
                  <b>
                    <Named text={name} quiet />
                  </b>{' '}
                  <span className="note">{t('expos.lead_exhibitor')}</span>
                </>
              ) : (
                <Named text={name} quiet />
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function OtherHalls({ plan, shown }: { readonly plan: HallPlan; readonly shown: ShownHall }) {
  const { t } = useText();
  const hallWords = useHallWords();
  const { code } = shown.hall;
  const near = plan.walks.flatMap(({ from, to, minutes }) =>
    from === code ? [{ to, minutes }] : to === code ? [{ to: from, minutes }] : [],
  );
  if (near.length === 0) return null;
  return (
    <Section title={t('expos.floor_other_halls')}>
      <Facts entries={near.map(({ to, minutes }) => ({ term: hallWords(to), value: t('expos.minutes_on_foot', { count: minutes }) }))} />
    </Section>
  );
}
