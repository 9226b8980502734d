// Results of a SPARQL query in the documented JSON (W3C, SPARQL 1.1 Query Results JSON Format) as a table: variables are its columns.
import { ok, type Result } from '#kernel/result.ts';
import { refuseFile } from '#platform/files/sheets.ts';
import type { TableRow } from '../domain/read-table.ts';
import { field, listOf, textOf, type Json } from './json.ts';

export interface ResultTable {
  readonly variables: readonly string[];
  /** The first row holds the variables; the first solution is row 1. */
  readonly rows: readonly TableRow[];
}

/** Whether the file is of results of a query that selects. */
export const holdsResults = (file: Json): boolean =>
  field(field(file, 'head'), 'vars') !== undefined && field(file, 'results') !== undefined;

/** Solutions as rows of texts; what a variable is not bound to is empty. Refuses a file without variables. */
export function readResults(file: Json): Result<ResultTable> {
  const variables = listOf(field(field(file, 'head'), 'vars')).map(textOf);
  if (variables.length === 0 || variables.length > 200) return refuseFile('reference.no_variables');
  const solutions = listOf(field(field(file, 'results'), 'bindings'));
  const cells = (solution: Json): readonly string[] =>
    variables.map((variable) => {
      const bound = field(solution, variable);
      // A blank node stands for something that nobody named.
      return textOf(field(bound, 'type')) === 'bnode' ? '' : textOf(field(bound, 'value'));
    });
  const rows = solutions.map((solution, at) => ({ number: at + 1, cells: cells(solution) }));
  return ok({ variables, rows: [{ number: 0, cells: variables }, ...rows] });
}
