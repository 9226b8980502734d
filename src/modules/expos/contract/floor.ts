// The floor plan of an edition: as a hall is shown, and as the table of rectangles that it is drawn from.
import { z } from 'zod';
import { guarded, id, multilingual, open } from '#kernel/procedure.ts';
import { rectangleKinds } from '../domain/floor/plan.ts';
import { limits } from '../domain/limits.ts';

const tags = ['expos: floor plan'];
const count = z.number().int();
const hallCode = z.string().trim().min(1).max(60);

/** Centimetres. */
const length = (least: number) => z.number().int().min(least).max(limits.hallLength);
const start = z.number().int().min(-limits.hallLength).max(limits.hallLength);
const hall = z.object({ code: hallCode, width: length(100).nullable(), depth: length(100).nullable() });
const walk = z.object({ from: hallCode, to: hallCode, minutes: z.number().int().min(0).max(limits.walkMinutes) });
/** `code` of a stand or table, `name` of a zone or entrance. */
const rectangle = z.object({
  kind: z.enum(rectangleKinds),
  hall: hallCode,
  code: z.string().trim().min(1).max(30).nullable(),
  name: multilingual(200).nullable(),
  ...{ x: start, y: start, width: length(10), depth: length(10) },
});
const plan = {
  halls: z.array(hall).max(limits.halls),
  walks: z.array(walk).max((limits.halls * (limits.halls - 1)) / 2),
  rectangles: z.array(rectangle).max(limits.rectangles),
};

const exhibitor = z.object({ participantId: id.brand<'Participant'>(), code: z.string(), name: multilingual(200), isLead: z.boolean() });
/** `area`: m² that were let. */
const placeable = z.object({
  stands: z.array(z.object({ code: z.string(), hall: z.string(), area: z.number().nullable() })),
  tables: z.array(z.object({ number: count, hall: z.string() })),
});

/** The whole table, with the stands and tables that it can draw; `version` is the edition's. */
const floorTable = z.object({ version: count, ...plan, placeable });

const countedHall = hall.extend({ stands: count, tables: count, drawn: count });

export const floor = {
  listHalls: open
    .route({ method: 'GET', path: '/editions/{editionId}/halls', summary: 'Halls of an edition, with how much is drawn of each', tags })
    .input(z.object({ editionId: id }))
    .output(z.object({ entries: z.array(countedHall) })),

  /** Of one hall: the one named, else the first that is drawn. Null where there is none. */
  getHallPlan: open
    .route({ method: 'GET', path: '/editions/{editionId}/floor-plan', summary: 'One hall as it is drawn, with who stands where', tags })
    .input(z.object({ editionId: id, hall: z.string().max(60).optional() }))
    .output(
      z.object({
        halls: z.array(countedHall),
        walks: z.array(walk),
        shown: z
          .object({
            hall,
            rectangles: z.array(rectangle.extend({ standId: id.brand<'Stand'>().nullable() })),
            stands: z.array(
              z.object({ id: id.brand<'Stand'>(), code: z.string(), area: z.number().nullable(), exhibitors: z.array(exhibitor) }),
            ),
          })
          .nullable(),
      }),
    ),

  getFloorTable: open
    .route({ method: 'GET', path: '/editions/{editionId}/floor-table', summary: 'The rectangles of all halls', tags })
    .input(z.object({ editionId: id }))
    .output(floorTable),

  /** The whole table anew. A stand or table is in the hall in which it is drawn. */
  replaceFloorTable: guarded
    .route({ method: 'PUT', path: '/editions/{editionId}/floor-table', summary: 'Set halls, walking times and rectangles', tags })
    .input(z.object({ editionId: id, ...plan }))
    .output(floorTable),
};
