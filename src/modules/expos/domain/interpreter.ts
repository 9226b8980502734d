// An interpreter of an edition: whom meetings without a common language need.
import type { InterpreterId } from './edition.ts';
import type { Absence } from './roster.ts';

export interface InterpreterFacts {
  readonly name: string;
  /** BCP-47 tags. */
  readonly languages: readonly string[];
  readonly unavailable: readonly Absence[];
}

export interface InterpreterRecord extends InterpreterFacts {
  readonly id: InterpreterId;
  readonly version: number;
}
