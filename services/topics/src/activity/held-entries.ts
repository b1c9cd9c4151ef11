/** Entries of registers that tell of something held, and the day of it; days are dates by their schemas (S13). */
export const IS_HELD = `((register = 'activity' AND state = 'HELD') OR register IN ('microActivity', 'visit'))`;
export const HELD_ON = `COALESCE(facts->>'heldOn', facts->>'on')::date`;
