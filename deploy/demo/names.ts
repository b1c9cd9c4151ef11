import type { ApiClient } from './api-client.js';
import type { Items, Named } from './api-answers.js';

const SOURCES = ['/api/communities?limit=100', '/api/departments?limit=100', '/api/members?limit=100'];
/** Ids of members, departments and communities as they stand in a sentence. */
const ID = /[A-Z]{2}(?:-[A-Z0-9]+|\d{2})(?![\w-])/g;

/** Names of communities, departments and members: events and histories carry their ids only. */
export class Names {
  constructor(private readonly byId: ReadonlyMap<string, string>) {}

  static async read(client: ApiClient): Promise<Names> {
    const pages = await Promise.all(SOURCES.map((path) => client.get<Items<Named>>(path)));
    return new Names(new Map(pages.flatMap(({ items }) => items.map(({ id, name }) => [id, name]))));
  }

  nameOf(id: string): string {
    return this.byId.get(id) ?? id;
  }

  /** The sentence with names in place of ids. */
  inText(text: string): string {
    return text.replaceAll(ID, (id) => this.nameOf(id));
  }
}
