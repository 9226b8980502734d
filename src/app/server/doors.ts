// Routes of modules that are no procedures.
import { calendarDoors } from '#modules/meetings/print/calendar-doors.ts';
import { paperDoor } from '#modules/meetings/print/paper-door.ts';
import { councilDoor } from '#modules/reports/print/council-door.ts';
import { openDataDoors } from '#modules/reports/print/open-data-doors.ts';
import { toldDoors } from '#modules/reports/print/told-doors.ts';
import { deskCalendarDoor } from '#modules/desk/print/calendar-door.ts';
import type { Config } from '#platform/config.ts';
import type { Keeper } from '#platform/http/kept-answers.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import { mapDoor } from './map-door.ts';
import { say } from './say.ts';

export const doors = (database: Database, { map, origin }: Config, keeper: Keeper): readonly Door[] => [
  ...calendarDoors(database),
  paperDoor(database),
  councilDoor(database),
  deskCalendarDoor(database, origin),
  ...openDataDoors(database, origin, keeper),
  ...toldDoors({ database, origin, keeper, say }),
  mapDoor(map),
];
