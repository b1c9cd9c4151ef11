import type { PEOPLE } from './people.js';
import type { Story } from '../story.js';

/** An object of a story, and the other ids that an act on it may name. */
export interface Thing {
  id: string;
  others?: Readonly<Record<string, string>>;
}

/** A stretch of an object's life in which the same acts are possible: often a state, sometimes a part of one. */
export interface Moment {
  state: string;
  /** How an object gets there, through HTTP, as people would. */
  reach: (tale: Story) => Promise<Thing>;
  /** What only the clock brings about after days: SQL that puts the row ($1) there once it is as near as people get. */
  byTheClock?: string;
}

/** Something a person can do to an object: its route, a body that would do, who may, and when it takes effect. */
export interface Deed {
  /** Behind the object's id. */
  path: string;
  ability: string;
  /** Somebody who may, without the prefix of the subdistrict. */
  by: string | ((thing: Thing) => string);
  body: object | ((thing: Thing) => object);
  /** Names of moments. */
  legal: readonly string[];
  /** Moments in which the route asks for this right; in others it asks for that of another deed of the same path. */
  only?: readonly string[];
  /** Moments in which what the body has to name is not there: 404. */
  missing?: readonly string[];
  /** It decides about another object than the one in its path: a refusal tells that one's state. */
  about?: 'another';
  /** May be done again and again: what is written down beside the life cycle. */
  again?: boolean;
  /** Granted in every moment it is legal in, and takes effect once in these: whoever is second finds nothing left to do. */
  onceIn?: readonly string[];
  /** It takes no Idempotency-Key: a repeat is refused like any second attempt. */
  keyless?: boolean;
}

/** A kind of object with its life, its acts and where both are kept. */
export interface Kind {
  title: string;
  service: 'whistles' | 'members' | 'departments' | 'topics';
  /** Path of the collection. */
  collection: string;
  moments: Readonly<Record<string, Moment>>;
  deeds: readonly Deed[];
  /** Routes that keep a record beside it and move nobody; the service's own specs try them. */
  beside?: readonly string[];
  /** Every state there is; those nobody can act in, and why, stand in `transient`. */
  states: readonly string[];
  transient?: readonly string[];
  /** Who stands near and far where it is somebody else than `PEOPLE` has. */
  people?: typeof PEOPLE;
  /** The body and not the path says which object it is. */
  namedInBody?: boolean;
  /** SQL: one row with `trace`, all that an act could change on the object $1, and `effects`, how many acts took effect. */
  trace: string;
}
