/** The two axes of urgency and the other codes set at acceptance (domain 4.3, S29, S57, S58, S77, S78). */

/** Time limits: G1 emergency, G2 urgent, G3 ordinary, G4 complex. */
export const GRADES = ['G1', 'G2', 'G3', 'G4'] as const;
export type Grade = (typeof GRADES)[number];

/** Rank that must report: blue section head, yellow deputy head, red head of the department. */
export const LEVELS = ['blue', 'yellow', 'red'] as const;
export type Level = (typeof LEVELS)[number];

/** The one level above; red stays red. */
export const levelAbove = (level: Level): Level => LEVELS[Math.min(LEVELS.indexOf(level) + 1, LEVELS.length - 1)]!;

/** True for the grades that run in natural time, day and night (domain 4.3). */
export const isUrgent = (grade: Grade): boolean => grade === 'G1' || grade === 'G2';

/** The more urgent of two grades: G1 before G4. */
export const higherGrade = (a: Grade, b: Grade): Grade => (GRADES.indexOf(a) <= GRADES.indexOf(b) ? a : b);

/** S78: top matters, matters next door, matters that warm the heart. */
export const TIERS = ['topPriority', 'neighbourhood', 'heartWarming'] as const;
export type Tier = (typeof TIERS)[number];

/** S57, S58: `immediate` may never be ledgered. */
export const TRACKS = ['immediate', 'longTerm'] as const;
export type Track = (typeof TRACKS)[number];

/** The three cases in which a whistle may be blown (domain 2.1). */
export const WHISTLE_KINDS = ['hardProblem', 'jointEnforcement', 'emergency'] as const;
export type WhistleKind = (typeof WHISTLE_KINDS)[number];
