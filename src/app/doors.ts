// Routes of modules that are no procedures.
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';

export const doors = (_database: Database): readonly Door[] => [];
