// Queries that are made once (templates): building and compiling one costs the server more than what it does with the rows. Each use only
// puts its values in.
import {
  createQueryId,
  DummyDriver,
  Kysely,
  OperatorNode,
  PostgresAdapter,
  PostgresDialect,
  ValueNode,
  type BinaryOperationNode,
  type Expression,
  type RootOperationNode,
} from 'kysely';
import { ListsCompiler } from './lists-dialect.ts';
import type { DB } from './schema.ts';
import type { Tx } from './tx.ts';

/** What queries are built from: a transaction, or what has no connection at all. */
export type From = Pick<Tx, 'selectFrom'>;

/** Stands in a template for what is given at each use. It is only ever handed on: whoever looks into it builds another query each time. */
class Placeholder {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
    Object.freeze(this);
  }
  toString(): string {
    throw new Error('a query that is made once depends on its values');
  }
}

/** A text without its parameters: one stands between every two parts. `id` tells templates apart; null for a text that is used once. */
export interface Template {
  readonly id: number | null;
  readonly parts: readonly string[];
}

/** A template with the values of one use. */
export class Ready<R> {
  /** The type of a row. */
  declare readonly row: R;
  readonly template: Template;
  readonly values: readonly unknown[];
  /** Whether the values themselves tell that there is no such row. */
  readonly isEmpty: boolean;
  constructor(template: Template, values: readonly unknown[], isEmpty = false) {
    this.template = template;
    this.values = values;
    this.isEmpty = isEmpty;
  }
}

/** No text of SQL can hold this character. */
const gap = '\0';

class TemplateCompiler extends ListsCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return gap;
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { operator, rightOperand } = node;
    if (OperatorNode.is(operator) && operator.operator === 'in' && ValueNode.is(rightOperand) && rightOperand.value instanceof Placeholder)
      throw new Error('write "= any" in a query that is made once');
    super.visitBinaryOperation(node);
  }
}

class UnconnectedDialect extends PostgresDialect {
  override createDriver(): DummyDriver {
    return new DummyDriver();
  }
  override createAdapter(): PostgresAdapter {
    return new PostgresAdapter();
  }
}

const unconnected: From = new Kysely<DB>({ dialect: new UnconnectedDialect({ pool: () => Promise.reject(new Error('no connection')) }) });

function compile(expression: Expression<unknown>): { readonly parts: readonly string[]; readonly parameters: readonly unknown[] } {
  const { sql, parameters } = new TemplateCompiler().compileQuery(expression.toOperationNode() as RootOperationNode, createQueryId());
  return { parts: sql.split(gap), parameters };
}

/** A query that is built for one use. */
export function ready<R>(expression: Expression<R>): Ready<R> {
  const { parts, parameters } = compile(expression);
  return new Ready({ id: null, parts }, parameters);
}

let made = 0;

function template<A extends readonly unknown[], R>(build: (db: From, ...given: A) => Expression<R>) {
  const placeholders = Array.from({ length: build.length - 1 }, (_, at) => new Placeholder(at));
  // What stands for the values is of no type that could be looked into.
  const { parts, parameters } = compile(build(unconnected, ...(placeholders as readonly unknown[] as A)));
  if (parameters.includes(undefined)) throw new Error('a query that is made once takes a value apart');
  const text: Template = { id: (made += 1), parts };
  return (given: A): readonly [Template, readonly unknown[]] => [
    text,
    parameters.map((parameter) => (parameter instanceof Placeholder ? given[parameter.at] : parameter)),
  ];
}

function lazily<A extends readonly unknown[], R>(build: (db: From, ...given: A) => Expression<R>) {
  let known: ReturnType<typeof template<A, R>> | null = null;
  // Not before its first use: a file's own constants may stand below.
  return (given: A) => (known ??= template(build))(given);
}

/** A query that is made at its first use; `build` hands its values on as they are, never looks at them. */
export function queryOf<A extends readonly unknown[], R>(build: (db: From, ...given: A) => Expression<R>): (...given: A) => Ready<R> {
  const filled = lazily(build);
  return (...given) => new Ready<R>(...filled(given));
}

/** The same of things by their ids: without an id there is nothing to ask. */
export function queryOfIds<I, A extends readonly unknown[], R>(
  build: (db: From, ids: readonly I[], ...given: A) => Expression<R>,
): (ids: readonly I[], ...given: A) => Ready<R> {
  const filled = lazily(build);
  return (ids, ...given) => new Ready<R>(...filled([ids, ...given]), ids.length === 0);
}
