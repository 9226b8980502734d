// A day of talks as it will turn out: what is announced, and beside it what nobody knows beforehand. For simulation only.

import type { QueueFacts, QueueParticipant, QueueRequest } from './queue-facts.ts';

export interface LiveDay {
  /** As known when the day begins. */
  readonly facts: QueueFacts;
  readonly opensAt: number;
  /** Requests made during the day, by time; their indices follow on those of the facts. */
  readonly later: readonly { readonly at: number; readonly request: QueueRequest }[];
  /** Per participant; null = never comes. */
  readonly arrivesAt: readonly (number | null)[];
  /** Per participant; not after the announced time. */
  readonly leavesAt: readonly number[];
  /** Per request, later ones included: how long its talk lasts, whenever it is held. */
  readonly talkMinutes: readonly number[];
  /** Per request; null = stands. */
  readonly withdrawnAt: readonly (number | null)[];
}

/** A talk held: called, begun `changeMinutes` later, ended. */
export interface Talk {
  readonly request: number;
  readonly table: number;
  readonly interpreter: number | null;
  readonly calledAt: number;
  readonly endsAt: number;
}

/** All requests of the day, in the order of their indices. */
export const requestsOf = (day: LiveDay): readonly QueueRequest[] => [...day.facts.requests, ...day.later.map(({ request }) => request)];

/** How long two people are announced to be here together, in minutes; negative = never. */
export const minutesTogether = (a: QueueParticipant, b: QueueParticipant): number => Math.min(a.until, b.until) - Math.max(a.from, b.from);
