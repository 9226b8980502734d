// The floor plan as it is read: one hall with who stands where, or the whole table of rectangles.
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionRecord } from '../../domain/edition.ts';
import type { KeptRectangle, Rectangle } from '../../domain/floor/plan.ts';
import { listHalls as hallRows, listRectangles, listStandsIn, listWalks } from '../../store/floor.ts';
import { findListings } from '../../store/listings.ts';
import { listPlaces } from '../../store/setup.ts';
import { listAllStands } from '../../store/stands.ts';
import { findEdition } from '../edition/open-edition.ts';

const shown = ({ kind, hall, code, name, x, y, width, depth }: Rectangle) => ({
  ...{ kind, hall, code, x, y, width, depth },
  name: name === null ? null : { ...name },
});

/** In their order. Refuses `expos.not_found`. */
export async function listHalls(work: Work, input: Asked<'listHalls'>): Promise<Result<Answer<'listHalls'>>> {
  const edition = await findEdition(work, input.editionId);
  return edition.ok ? ok({ entries: [...(await hallRows(work.tx, edition.value.id))] }) : edition;
}

/** The hall that is named, else the first with a size, with those exhibitors whom the actor may know of. */
export async function getHallPlan(work: Work, input: Asked<'getHallPlan'>): Promise<Result<Answer<'getHallPlan'>>> {
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const editionId = edition.value.id;
  const halls = await hallRows(work.tx, editionId);
  const walks = [...(await listWalks(work.tx, editionId))];
  const hall = halls.find(({ code }) => code === input.hall) ?? halls.find(({ width }) => width !== null) ?? halls[0];
  const all = halls.map((one) => ({ ...one }));
  if (hall === undefined) return ok({ halls: all, walks, shown: null });
  const rectangles = await listRectangles(work.tx, editionId, hall.code);
  const stands = await listStandsIn(work.tx, editionId, hall.code);
  const exhibitors = Map.groupBy(await findListings(work.tx, editionId, { stands: stands.map(({ id }) => id) }), ({ standId }) => standId);
  const { code, width, depth } = hall;
  return ok({
    halls: all,
    walks,
    shown: {
      hall: { code, width, depth },
      rectangles: rectangles.map((rectangle: KeptRectangle) => ({ ...shown(rectangle), standId: rectangle.standId })),
      stands: stands.map((stand) => ({
        ...stand,
        exhibitors: (exhibitors.get(stand.id) ?? []).map((one) => ({
          ...{ participantId: one.participantId, code: one.code, name: { ...one.name }, isLead: one.leadsStand },
        })),
      })),
    },
  });
}

/** Halls, walks and rectangles in the order in which they were set. Refuses `expos.not_found`. */
export async function getFloorTable(work: Work, input: Asked<'getFloorTable'>): Promise<Result<Answer<'getFloorTable'>>> {
  const edition = await findEdition(work, input.editionId);
  return edition.ok ? ok(await floorTable(work, edition.value)) : edition;
}

export async function floorTable(work: Work, { id, version }: Pick<EditionRecord, 'id' | 'version'>): Promise<Answer<'getFloorTable'>> {
  const halls = await hallRows(work.tx, id);
  const walks = await listWalks(work.tx, id);
  const rectangles = await listRectangles(work.tx, id, null);
  const stands = await listAllStands(work.tx, id);
  const places = await listPlaces(work.tx, id);
  return {
    version,
    halls: halls.map(({ code, width, depth }) => ({ code, width, depth })),
    walks: [...walks],
    rectangles: rectangles.map(shown),
    placeable: {
      stands: stands.map(({ code, hall, area }) => ({ code, hall, area })),
      tables: places.flatMap(({ number, hall }) => (number === null ? [] : [{ number, hall }])),
    },
  };
}
