// Which dialog of a project's plan is open: one of a milestone or an indicator is that of how it stands.
import type { MarkShown } from '../../contract/projects.ts';

export type PlanOpened = 'aim' | 'milestone' | 'indicator' | 'list' | MarkShown | null;
