// Routes of modules that are no procedures.
import { calendarDoors } from '#modules/meetings/print/calendar-doors.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';

export const doors = (database: Database): readonly Door[] => calendarDoors(database);
